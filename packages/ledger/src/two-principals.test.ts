import assert from "node:assert/strict";
import { test } from "node:test";
import type { Id } from "@qipan/policy/records/identity";
import { publicReader, type Principal } from "@qipan/policy/records/principal";
import { type RawBuilder, sql } from "kysely";
import { auditPage, record } from "./audit.ts";
import { countsByKind, ledgerCounts } from "./counts.ts";
import { documentById, documentBytes, documentsPage, documentText } from "./documents.ts";
import { changeEntry, createEntry, withdrawEntry } from "./entries.ts";
import { entriesByKeys, entriesPage, entryById, facetsOf } from "./entry-queries.ts";
import {
  aDocument,
  aFigure,
  anEvent,
  anEventReading,
  attested,
  day,
  editorOf,
  owned,
  quoting,
  unit,
} from "./harness/samples.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { versionsOf } from "./history.ts";
import { linksOf } from "./links.ts";
import { observationById, observationsOf, observationsPage } from "./observation-queries.ts";
import { addObservations } from "./observations.ts";
import { receiveDocument } from "./receive-document.ts";
import { readingById, readingCounts, readingsPage } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import { rejectReading } from "./review.ts";
import { searchQuery } from "./search-terms.ts";
import { sentenceAt, sentencesOf } from "./sentences.ts";

// One connection for everybody: whatever one principal leaves on it, the next would find.
const { ledger, databaseUrl } = await testLedger({ poolSize: 1 });
const beijing = editorOf("110000");
const tianjin = editorOf("120000");
const secret = "尚未公布的选址";

const lines = [`${secret}定在河东。`, "公开的一句。"];
const draft = aDocument("内部.txt", lines);
const [hidden] = draft.sentences;
if (!hidden) throw new Error("The sample has two sentences");

/** Everything of Beijing that Tianjin and the public must not find. */
const held = await ledger.as(beijing, async (tx) => {
  const { document } = await receiveDocument(tx, { ...draft, readings: [anEventReading(hidden)] });
  const evidence = [quoting(document.id, hidden, secret)];
  const entry = await createEntry(
    tx,
    anEvent(secret, { key: "site", evidence, fields: { domain: "relocation", participants: ["org-a"] } }),
  );
  const shared = await createEntry(tx, anEvent("共享之事", { ownership: owned("110000", "shared", ["120000"]) }));
  const open = await createEntry(
    tx,
    anEvent("公开之事", {
      key: "open",
      ownership: owned("110000", "public"),
      evidence: [...evidence, attested],
      fields: { domain: "transport" },
    }),
  );
  const { ids } = await addObservations(tx, {
    batch: { file: `${secret}.csv`, sheet: null, sha256: null },
    rows: [
      aFigure("内部指标", "110000", { ...owned("110000"), note: secret }),
      aFigure("公开指标", "110000", { evidence: quoting(document.id, hidden, "河东") }),
    ],
  });
  const reading = (await readingsPage(tx, { limit: 1 })).items[0];
  if (!reading || !ids[0] || !ids[1]) throw new Error("Everything was just written");
  await record(tx, {
    action: "note",
    subject: { kind: "entry", id: entry.id },
    jurisdiction: unit("110000"),
    reason: secret,
  });
  return { document, entry, shared, open, reading, hiddenFigure: ids[0], openFigure: ids[1] };
});

/** Rows that the search functions of the store give for some words. */
function matching(words: string): RawBuilder<unknown> {
  const query = searchQuery(words);
  return sql`select 1 from match_sentences(${query}::tsquery) union all select 1 from match_entries(${query}::tsquery)`;
}

/** What a principal finds by every question there is, as one value. */
async function findings(principal: Principal): Promise<Record<string, unknown>> {
  return ledger.as(principal, async (tx) => {
    const entries = await entriesPage(tx, { kind: "event", limit: 50 });
    const figures = await observationsPage(tx, { limit: 50 });
    const documents = await documentsPage(tx, { limit: 50 });
    return {
      titles: entries.items.map(({ title }) => title).sort(),
      totals: [entries.total, figures.total, documents.total, (await readingsPage(tx, { limit: 9 })).total],
      byId: [
        (await entryById(tx, held.entry.id)) !== null,
        (await documentById(tx, held.document.id)) !== null,
        (await readingById(tx, held.reading.id)) !== null,
      ],
      byKey: (await entriesByKeys(tx, "event", ["site", "open"])).map(({ key }) => key).sort(),
      past: (await entriesPage(tx, { kind: null, knownOn: day("2030-01-01"), limit: 50 })).total,
      domains: (await facetsOf(tx, { kind: "event", field: "domain" })).map(({ value, count }) => `${value} ${count}`),
      versions: (await versionsOf(tx, held.entry.id)).length,
      links: (await linksOf(tx, held.entry)).length,
      sentences: (await sentencesOf(tx, held.document.id, { limit: 9 })).length,
      sentence: (await sentenceAt(tx, held.document.id, hidden?.address ?? ""))?.entries.length ?? null,
      content: [
        (await documentBytes(tx, held.document.id)) !== null,
        (await documentText(tx, held.document.id)) !== null,
      ],
      readings: (await readingCounts(tx)).map(({ count }) => count),
      figures: figures.items.map(({ indicator }) => indicator).sort(),
      figure: (await observationById(tx, held.hiddenFigure)) !== null,
      figureEvidence: (await observationsOf(tx, { indicators: ["公开指标"] })).map(({ evidence }) => evidence !== null),
      openEvidence: await entryById(tx, held.open.id).then((entry) => [
        entry?.evidence.shown.length,
        entry?.evidence.hidden,
        entry?.evidence.purged,
      ]),
      kinds: (await countsByKind(tx)).map(({ kind, count }) => `${kind} ${count}`),
      counts: await ledgerCounts(tx).then((counts) => [
        counts.documents,
        counts.sentences,
        counts.pendingReadings,
        counts.observations,
      ]),
      audit: (await auditPage(tx, { limit: 9 })).total,
      matched: (await matching("选址").execute(tx.db)).rows.length,
    };
  });
}

const ofOwner = {
  titles: ["公开之事", "共享之事", secret].sort(),
  totals: [3, 2, 1, 1],
  byId: [true, true, true],
  byKey: ["open", "site"],
  past: 3,
  domains: [" 1", "relocation 1", "transport 1"],
  versions: 1,
  links: 1,
  sentences: 2,
  sentence: 2,
  content: [true, true],
  readings: [1],
  figures: ["公开指标", "内部指标"].sort(),
  figure: true,
  figureEvidence: [true],
  openEvidence: [2, 0, 0],
  kinds: ["event 3"],
  counts: [1, 2, 1, 2],
  audit: 1,
  matched: 2,
};
const ofNobody = {
  titles: ["公开之事"],
  totals: [1, 1, 0, 0],
  byId: [false, false, false],
  byKey: ["open"],
  past: 1,
  domains: ["transport 1"],
  versions: 0,
  links: 0,
  sentences: 0,
  sentence: null,
  content: [false, false],
  readings: [],
  figures: ["公开指标"],
  figure: false,
  figureEvidence: [false],
  openEvidence: [1, 1, 0],
  kinds: ["event 1"],
  counts: [0, 0, 0, 1],
  audit: 0,
  matched: 0,
};
const ofGrantee = {
  ...ofNobody,
  titles: ["公开之事", "共享之事"].sort(),
  totals: [2, 1, 0, 0],
  past: 2,
  domains: [" 1", "transport 1"],
  kinds: ["event 2"],
};

test("interleaved on one connection, each principal finds its own rows and no trace of hidden ones", async () => {
  for (const [principal, expected] of [
    [beijing, ofOwner],
    [publicReader, ofNobody],
    [tianjin, ofGrantee],
    [beijing, ofOwner],
    [tianjin, ofGrantee],
    [publicReader, ofNobody],
  ] as const)
    assert.deepEqual(await findings(principal), expected, principal.actor);
});

test("asked at the same moment, the answers do not mix", async () => {
  const asked = [beijing, tianjin, publicReader, tianjin, beijing, publicReader];
  const expected = [ofOwner, ofGrantee, ofNobody, ofGrantee, ofOwner, ofNobody];
  assert.deepEqual(await Promise.all(asked.map(findings)), expected);
});

test("a transaction that fails leaves nothing of its principal on the connection", async () => {
  await assert.rejects(
    ledger.as(beijing, () => Promise.reject(new Error("stopped"))),
    /stopped/u,
  );
  const client = await ledger.pool.connect();
  const { rows } = await client.query(
    "select count(*) as count, current_setting('qipan.reads', true) as reads from qipan.entry",
  );
  client.release();
  assert.deepEqual(rows, [{ count: 1, reads: "" }]); // outside a unit of work: the public row
});

test("the same key in another unit works, and the same key in one's own is refused without its values", async () => {
  const again = anEvent("另一地", { key: "site", ownership: owned("120000") });
  const made = await ledger.as(tianjin, (tx) => createEntry(tx, again));
  await assert.rejects(
    ledger.as(tianjin, (tx) => createEntry(tx, again)),
    (error: unknown) => {
      assert.ok(error instanceof LedgerRefusal && error.code === "conflict");
      assert.ok(!("detail" in error) && error.cause === undefined && !JSON.stringify(error).includes(secret));
      return true;
    },
  );
  await ledger.as(tianjin, (tx) => withdrawEntry(tx, made.id, "试毕"));
});

test("the same file in another unit is a document of its own", async () => {
  const mine = { ...draft, ownership: owned("120000") };
  const { created, document } = await ledger.as(tianjin, (tx) => receiveDocument(tx, mine));
  assert.deepEqual([created, document.id === held.document.id], [true, false]);
});

for (const [rule, attempt] of [
  [
    "changing a hidden entry",
    (p: Principal) => ledger.as(p, (tx) => changeEntry(tx, held.entry.id, { expectedVersion: 1, reason: "x" })),
  ],
  ["withdrawing a hidden entry", (p: Principal) => ledger.as(p, (tx) => withdrawEntry(tx, held.entry.id, "x"))],
  ["deciding on a hidden reading", (p: Principal) => ledger.as(p, (tx) => rejectReading(tx, held.reading.id, "x"))],
] as const)
  test(`${rule} is answered like one that does not exist`, async () => {
    const message = async (id: Id | null): Promise<string> => {
      const outcome = id === null ? attempt(tianjin) : ledger.as(tianjin, (tx) => withdrawEntry(tx, id, "x"));
      return outcome.then(
        () => "done",
        (error: unknown) => (error instanceof LedgerRefusal ? error.code : String(error)),
      );
    };
    assert.equal(await message(null), "not-found");
    assert.equal(await message("00000000-0000-7000-8000-000000000000" as Id), "not-found");
  });

test("a public or shared entry of another unit is seen and not changed", async () => {
  for (const id of [held.open.id, held.shared.id])
    await assert.rejects(
      ledger.as(tianjin, (tx) => withdrawEntry(tx, id, "x")),
      { code: "forbidden" },
    );
  await assert.rejects(
    ledger.as(publicReader, (tx) => createEntry(tx, anEvent("公众"))),
    { code: "forbidden" },
  );
});

test("the store itself refuses rows for another unit, whatever the program checks", async () => {
  const row = {
    jurisdiction: unit("110000"),
    name: "x",
    value: "1",
    setBy: "x",
    setAt: "2026-01-01T00:00:00.000Z" as never,
  };
  await assert.rejects(
    ledger.as(tianjin, (tx) => tx.db.insertInto("setting").values(row).execute()),
    { code: "forbidden" },
  );
  const changed = await ledger.as(tianjin, (tx) =>
    tx.db.updateTable("entry").set({ title: "x" }).where("id", "=", held.open.id).executeTakeFirst(),
  );
  assert.equal(changed.numUpdatedRows, 0n);
});

test("an entry that is made a draft again is gone for others, its public past too", async () => {
  const entry = await ledger.as(beijing, (tx) =>
    createEntry(tx, anEvent("曾公开", { ownership: owned("110000", "public") })),
  );
  await ledger.as(beijing, (tx) =>
    changeEntry(tx, entry.id, { expectedVersion: 1, ownership: owned("110000"), reason: "收回" }),
  );
  const seen = await ledger.as(publicReader, async (tx) => [
    await entryById(tx, entry.id),
    await entryById(tx, entry.id, { knownOn: day("2030-01-01") }),
    (await versionsOf(tx, entry.id)).length,
  ]);
  assert.deepEqual(seen, [null, null, 0]);
});

test("an entry that becomes public shows no version from when it was a draft", async () => {
  const entry = await ledger.as(beijing, (tx) => createEntry(tx, anEvent("草稿之言")));
  await ledger.as(beijing, (tx) =>
    changeEntry(tx, entry.id, {
      expectedVersion: 1,
      fields: { ...entry.fields, title: "定稿之言" },
      ownership: owned("110000", "public"),
      reason: "公布",
    }),
  );
  const versions = await ledger.as(publicReader, (tx) => versionsOf(tx, entry.id));
  assert.deepEqual(
    versions.map(({ version, fields }) => [version, fields?.title]),
    [[2, "定稿之言"]],
  );
  assert.equal((await ledger.as(publicReader, (tx) => entryById(tx, entry.id)))?.evidence.shown.length, 1);
});

test("a document made public shows its sentences and readings, and with them the evidence that was hidden", async () => {
  await ledger.as(beijing, (tx) =>
    tx.db.updateTable("document").set({ visibility: "public" }).where("id", "=", held.document.id).execute(),
  );
  const seen = await ledger.as(publicReader, async (tx) => ({
    sentences: (await sentencesOf(tx, held.document.id, { limit: 9 })).length,
    readings: (await readingsPage(tx, { document: held.document.id, limit: 9 })).total,
    evidence: (await entryById(tx, held.open.id))?.evidence.hidden,
  }));
  assert.deepEqual(seen, { sentences: 2, readings: 1, evidence: 0 });
});

test("[row security] no policy of the app role is missing on a table it may select", async () => {
  const bare = await onDatabase<{ relname: string }>(
    databaseUrl,
    `select relname from pg_class c where relnamespace = 'qipan'::regnamespace and relkind in ('r', 'p') and relname <> 'migration'
       and has_table_privilege('qipan_app', c.oid, 'select')
       and not exists (select from pg_policy p where p.polrelid = c.oid and polcmd = 'r' and 'qipan_app'::regrole = any(polroles))`,
  );
  assert.deepEqual(bare, []);
});
