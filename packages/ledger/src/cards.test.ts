import assert from "node:assert/strict";
import { test } from "node:test";
import { type Card, emptyCard, type Fact } from "@qipan/policy/records/card";
import type { Id } from "@qipan/policy/records/identity";
import { publicReader } from "@qipan/policy/records/principal";
import { auditPage } from "./audit.ts";
import { cardOf, cardVersionsOf, changeCard } from "./cards.ts";
import { documentById, documentsPage } from "./documents.ts";
import { aDocument, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { toldBy } from "./lineage/told-titles.ts";
import { purgeDocument } from "./purge.ts";
import { receiveCorrection } from "./receive-correction.ts";
import { receiveDocument } from "./receive-document.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");
const tianjin = editorOf("120000");
const administrator = { ...beijing, role: "administrator" as const };

const lines = ["清水河治理规划", "青水发〔2019〕3号", "贯彻落实《水利纲要》，制定本规划。"];
const text = lines.join("\n");

/** A fact read from words of the sample. */
function read<T>(value: T, quote: string): Fact<T> {
  const start = text.indexOf(quote);
  const paragraph = text.slice(0, start).split("\n").length;
  const place = { address: `p${paragraph}.s1`, start, end: start + quote.length, quote };
  return { value, basis: { how: "read", ...place, certainty: "stated" } };
}

const card: Card = {
  ...emptyCard,
  title: read("清水河治理规划", "清水河治理规划"),
  number: read("青水发〔2019〕3号", "青水发〔2019〕3号"),
  genre: read("plan", "规划"),
  implements: [read("水利纲要", "《水利纲要》")],
};

let files = 0;
const receive = (more: object = {}): Promise<Id> =>
  ledger.as(beijing, async (tx) => {
    files += 1;
    const sample = aDocument(`卡片${files}.txt`, [...lines, `第${files}份。`], { card, ...more });
    return (await receiveDocument(tx, sample)).document.id;
  });

test("reading gives the first version; lists show what the card says", async () => {
  const id = await receive();
  await ledger.as(beijing, async (tx) => {
    assert.deepEqual(await cardOf(tx, id), { version: 1, card });
    const document = await documentById(tx, id);
    assert.deepEqual(
      [document?.title, document?.number, document?.genre],
      ["清水河治理规划", "青水发〔2019〕3号", "plan"],
    );
    const [version] = await cardVersionsOf(tx, id);
    assert.deepEqual([version?.version, version?.actor, version?.reason], [1, beijing.actor, null]);
    assert.deepEqual(
      (await toldBy(tx, id)).map(({ relation, title, address }) => [relation, title, address]),
      [
        ["implements", "水利纲要", "p3.s1"],
        ["title", "清水河治理规划", "p1.s1"],
      ],
    );
  });
});

test("source and day that came with the file are facts of whoever brought it", async () => {
  const id = await receive({
    source: "青山日报",
    profile: { title: null, issuer: null, number: null, date: "2019-03-05" },
  });
  const { card: held } = await ledger.as(beijing, (tx) => cardOf(tx, id));
  assert.deepEqual([held?.source?.value, held?.source?.basis.how], ["青山日报", "set"]);
  assert.deepEqual([held?.date?.value, held?.date?.basis.how], ["2019-03-05", "set"]);
});

test("a field set by hand is a new version with an audit record; others stay as they were read", async () => {
  const id = await receive();
  await ledger.as(beijing, (tx) =>
    changeCard(tx, id, {
      expectedVersion: 1,
      values: { level: "province", genre: "scheme", title: "清水河治理规划" },
      reason: "按发文机关",
    }),
  );
  await ledger.as(beijing, async (tx) => {
    const { version, card: held } = await cardOf(tx, id);
    assert.equal(version, 2);
    assert.deepEqual([held?.genre?.value, held?.genre?.basis.how, held?.title?.basis.how], ["scheme", "set", "read"]);
    const versions = await cardVersionsOf(tx, id);
    assert.deepEqual(
      versions.map(({ changed }) => [...changed].sort()),
      [
        ["genre", "implements", "number", "title"],
        ["genre", "level"],
      ],
    );
    const [audit] = (await auditPage(tx, { subject: id, limit: 5 })).items;
    assert.deepEqual([audit?.action, audit?.reason], ["set-card", "按发文机关"]);
    assert.deepEqual(audit?.details, {
      genre: { before: "plan", after: "scheme" },
      level: { before: null, after: "province" },
    });
    assert.equal((await documentById(tx, id))?.level, "province");
  });
});

test("setting what is said already changes nothing", async () => {
  const id = await receive();
  const same = await ledger.as(beijing, (tx) =>
    changeCard(tx, id, { expectedVersion: 1, values: { genre: "plan" }, reason: "核对" }),
  );
  assert.equal(same.version, 1);
});

test("a change to a version that is not the newest is refused", async () => {
  const id = await receive();
  const change = { expectedVersion: 1, values: { level: "city" }, reason: "改" } as const;
  await ledger.as(beijing, (tx) => changeCard(tx, id, change));
  await assert.rejects(
    ledger.as(beijing, (tx) => changeCard(tx, id, { ...change, values: { level: "county" } })),
    { code: "conflict" },
  );
});

test("two officers at once: one change is kept, the other is refused", async () => {
  const id = await receive();
  const outcomes = await Promise.allSettled(
    (["city", "county"] as const).map((level) =>
      ledger.as(beijing, (tx) => changeCard(tx, id, { expectedVersion: 1, values: { level }, reason: "改" })),
    ),
  );
  assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
});

test("reading again keeps what a person set and takes over the rest", async () => {
  const sample = aDocument("重读.txt", [...lines, "重读一份。"], { card });
  const id = (await ledger.as(beijing, (tx) => receiveDocument(tx, sample))).document.id;
  await ledger.as(beijing, (tx) =>
    changeCard(tx, id, { expectedVersion: 1, values: { genre: null }, reason: "不是规划" }),
  );
  const better = { ...sample, card: { ...card, level: read("city" as const, "清水河") } };
  await ledger.as(beijing, (tx) => receiveDocument(tx, better));
  await ledger.as(beijing, (tx) => receiveDocument(tx, better));
  const { version, card: held } = await ledger.as(beijing, (tx) => cardOf(tx, id));
  assert.deepEqual([version, held?.genre, held?.level?.value], [3, null, "city"]);
});

test("a corrected file takes over what a person set of the older one", async () => {
  const id = await receive();
  await ledger.as(beijing, (tx) =>
    changeCard(tx, id, { expectedVersion: 1, values: { level: "city" }, reason: "核定" }),
  );
  const corrected = aDocument("更正.txt", [...lines, "更正一份。"], { card });
  const { document } = await ledger.as(beijing, (tx) =>
    receiveCorrection(tx, corrected, { corrects: id, reason: "错字" }),
  );
  const { version, card: held } = await ledger.as(beijing, (tx) => cardOf(tx, document.id));
  assert.deepEqual([version, held?.level?.value, held?.level?.basis.how], [1, "city", "set"]);
});

test("who does not see the document finds no card, who does not write it changes none", async () => {
  const hidden = await receive();
  const open = await receive({ ownership: owned("110000", "public") });
  const change = { expectedVersion: 1, values: { level: "city" }, reason: "改" } as const;
  for (const principal of [tianjin, publicReader]) {
    const seen = await ledger.as(principal, async (tx) => [
      (await cardOf(tx, hidden)).version,
      (await cardVersionsOf(tx, hidden)).length,
      (await toldBy(tx, hidden)).length,
      (await cardOf(tx, open)).version,
    ]);
    assert.deepEqual(seen, [0, 0, 0, 1]);
    await assert.rejects(
      ledger.as(principal, (tx) => changeCard(tx, hidden, change)),
      { code: "not-found" },
    );
    await assert.rejects(
      ledger.as(principal, (tx) => changeCard(tx, open, change)),
      { code: "forbidden" },
    );
  }
});

test("a card that becomes public shows no version from when it was a draft", async () => {
  const id = await receive();
  await ledger.as(beijing, (tx) =>
    tx.db.updateTable("document").set({ visibility: "public" }).where("id", "=", id).execute(),
  );
  await ledger.as(beijing, (tx) =>
    changeCard(tx, id, { expectedVersion: 1, values: { level: "city" }, reason: "公布后" }),
  );
  const versions = await ledger.as(publicReader, (tx) => cardVersionsOf(tx, id));
  assert.deepEqual(
    versions.map(({ version }) => version),
    [2],
  );
});

test("versions are never changed or skipped, whatever the program", async () => {
  const id = await receive();
  await assert.rejects(
    ledger.as(beijing, (tx) => tx.db.deleteFrom("cardVersion").where("document", "=", id).execute()),
    { code: "forbidden" },
  );
  const row = {
    document: id,
    version: 5,
    actor: beijing.actor,
    recordedAt: "2026-01-05T02:00:00.000Z" as never,
    reason: null,
  };
  await assert.rejects(
    ledger.as(beijing, (tx) =>
      tx.db
        .insertInto("cardVersion")
        .values({ ...owned("110000"), ...row, changed: [], card: "{}" })
        .execute(),
    ),
    { code: "conflict" },
  );
});

test("a purge takes the card with the text", async () => {
  const id = await receive();
  await ledger.as(administrator, (tx) => purgeDocument(tx, id, "误收"));
  await ledger.as(administrator, async (tx) => {
    assert.deepEqual(
      [await cardOf(tx, id), await cardVersionsOf(tx, id), await toldBy(tx, id)],
      [{ version: 0, card: null }, [], []],
    );
    const document = (await documentsPage(tx, { limit: 100 })).items.find((one) => one.id === id);
    assert.deepEqual([document?.title, document?.genre, document?.purged?.reason], [null, null, "误收"]);
    await assert.rejects(changeCard(tx, id, { expectedVersion: 0, values: { level: "city" }, reason: "改" }), {
      code: "conflict",
    });
  });
});
