import assert from "node:assert/strict";
import { test } from "node:test";
import { type Card, emptyCard, type Fact, type Standing } from "@qipan/policy/records/card";
import type { Id } from "@qipan/policy/records/identity";
import type { Visibility } from "@qipan/policy/records/jurisdiction";
import { changeCard } from "./cards.ts";
import { changeEntry, createEntry, restoreEntry, withdrawEntry } from "./entries.ts";
import { aDocument, anEvent, attested, editorOf, owned, quoting } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { receiveDocument } from "./receive-document.ts";
import { sourceUses } from "./sources.ts";

const { ledger } = await testLedger();
const beijing = editorOf("110000");

const fields = {
  title: "青山日报",
  titleEn: null,
  sourceSort: "party-paper",
  rank: 2,
  dataAuthority: false,
  aliases: ["青山报"],
  organisation: null,
  url: null,
  note: null,
};
await ledger.as(beijing, (tx) =>
  createEntry(tx, {
    ...anEvent("", { key: "src-paper", ownership: owned("110000", "public") }),
    kind: "source",
    fields,
  }),
);

interface Held {
  readonly id: Id;
  readonly evidence: ReturnType<typeof quoting>;
}

let files = 0;

/** A document whose one sentence tells of an event and a promise. */
async function documentOf({
  source,
  standing = null,
  kind = "prose",
}: {
  source?: string;
  standing?: Standing | null;
  kind?: string;
}): Promise<Held> {
  files += 1;
  const raw = `第${files}次会议召开，年底前建成水库。`;
  const told: Fact<Standing> | null = standing && {
    value: standing,
    basis: { how: "read", address: "p1.s1", start: 0, end: 1, quote: raw.slice(0, 1), certainty: "stated" },
  };
  const card: Card = { ...emptyCard, standing: told };
  const sample = aDocument(`规则${files}.txt`, [raw], { card, source });
  const [sentence] = sample.sentences;
  if (!sentence) throw new Error("The sample has one sentence");
  const sentences = [{ ...sentence, kind }];
  const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, { ...sample, sentences }));
  return { id: document.id, evidence: quoting(document.id, sentence, raw) };
}

const enter = (held: Held, visibility: Visibility, more: object = {}) =>
  ledger.as(beijing, (tx) =>
    createEntry(tx, anEvent("会议", { evidence: [held.evidence], ownership: owned("110000", visibility), ...more })),
  );

const refused = { code: "invalid" } as const;

for (const [rule, source, visibility, isTaken] of [
  ["a listed source may be public", "青山日报", "public", true],
  ["by another of its names too", "《青山报》", "public", true],
  ["by its key too", "src-paper", "public", true],
  ["a source that is named and not listed is refused in public", "某网", "public", false],
  ["and as a draft", "某网", "draft", false],
  ["a source that is not known may be a draft", undefined, "draft", true],
  ["and is refused in public", undefined, "public", false],
] as const)
  test(`chronicle: ${rule}`, async () => {
    const held = await documentOf(source === undefined ? {} : { source });
    if (isTaken) assert.equal((await enter(held, visibility)).visibility, visibility);
    else await assert.rejects(enter(held, visibility), refused);
  });

test("[1.3] chronicle: the refusal names what was found and what to do", async () => {
  await assert.rejects(
    enter(await documentOf({ source: "某网" }), "draft"),
    /某网.*not on the source list.*Add it to the list, or correct the source/u,
  );
});

test("chronicle: a draft of a source that is not known is published once its card names a listed one", async () => {
  const held = await documentOf({});
  const draft = await enter(held, "draft");
  const publish = (version: number) =>
    ledger.as(beijing, (tx) =>
      changeEntry(tx, draft.id, { expectedVersion: version, ownership: owned("110000", "public"), reason: "公布" }),
    );
  await assert.rejects(publish(1), refused);
  await ledger.as(beijing, (tx) =>
    changeCard(tx, held.id, { expectedVersion: 1, values: { source: "src-paper" }, reason: "查得" }),
  );
  assert.equal((await publish(1)).visibility, "public");
});

test("chronicle: what was withdrawn comes back to the public only under the rule", async () => {
  const held = await documentOf({ source: "青山日报" });
  const { id } = await enter(held, "public");
  await ledger.as(beijing, (tx) => withdrawEntry(tx, id, "误"));
  await ledger.as(beijing, (tx) =>
    changeCard(tx, held.id, { expectedVersion: 1, values: { source: "某网" }, reason: "更正" }),
  );
  await assert.rejects(
    ledger.as(beijing, (tx) => restoreEntry(tx, id, "复")),
    refused,
  );
});

test("chronicle: an officer's word is no text, and needs no source", async () => {
  const held = await documentOf({ source: "某网" });
  assert.equal((await enter(held, "public", { evidence: [held.evidence, attested] })).visibility, "public");
});

test("other kinds are not asked for a source", async () => {
  const held = await documentOf({ source: "某网" });
  const agreement = { title: "协议", titleEn: null, signed: null, parties: [], domain: null, note: null };
  const entry = { ...anEvent(""), kind: "agreement" as const, fields: agreement, evidence: [held.evidence] };
  assert.equal((await ledger.as(beijing, (tx) => createEntry(tx, entry))).kind, "agreement");
});

const task = {
  title: "建成水库",
  titleEn: null,
  action: null,
  object: null,
  deadline: null,
  quantity: null,
  unit: null,
  place: null,
  lead: null,
  helpers: [],
  domain: null,
  plan: null,
  note: null,
};

for (const [rule, said, isTaken] of [
  ["a proposal gives no task", { standing: "proposal" }, false],
  ["commentary gives no task", { standing: "commentary" }, false],
  ["a draft for comment gives no task", { standing: "draft" }, false],
  ["a comment gives no task, whatever its document", { standing: "in-force", kind: "comment" }, false],
  ["a text in force gives one", { standing: "in-force" }, true],
  ["a text of unknown standing gives one", {}, true],
] as const)
  test(`binding: ${rule}`, async () => {
    const { evidence } = await documentOf(said);
    const made = ledger.as(beijing, (tx) =>
      createEntry(tx, { ...anEvent(""), kind: "task", fields: task, evidence: [evidence] }),
    );
    if (isTaken) assert.equal((await made).kind, "task");
    else await assert.rejects(made, refused);
  });

test("binding: a proposal may tell of an event", async () => {
  const held = await documentOf({ standing: "proposal", source: "青山日报" });
  assert.equal((await enter(held, "public")).kind, "event");
});

test("sources are counted as they are named, with the events that stand on them", async () => {
  const uses = await ledger.as(beijing, (tx) => sourceUses(tx));
  const listed = uses.find(({ state }) => state === "listed");
  assert.deepEqual([listed?.source, listed?.key], ["青山日报", "src-paper"]);
  assert.ok((listed?.publicEvents ?? 0) >= 4);
  assert.ok(uses.some(({ state, source }) => state === "unlisted" && source === "某网"));
  assert.ok(uses.some(({ state, otherEvents }) => state === "unknown" && otherEvents >= 1));
});
