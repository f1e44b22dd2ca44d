import assert from "node:assert/strict";
import { test } from "node:test";
import { valueOf } from "@qipan/policy/records/value";
import { insertRows } from "./bulk.ts";
import { observationDigest } from "./chain.ts";
import { aFigure, attested, day, editorOf, owned } from "./harness/samples.ts";
import { testLedger } from "./harness/test-ledger.ts";
import { merkleRoot } from "./merkle.ts";
import { observationById, observationsOf, observationsPage } from "./observation-queries.ts";
import { addObservations } from "./observations.ts";
import { LedgerRefusal } from "./refusal.ts";

const { ledger, setClock } = await testLedger();
const both = editorOf("110000", "120000");
const batch = { file: "年鉴.csv", sheet: "表1", sha256: null };
const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;

test("rows are added once; the same rows again change nothing", async () => {
  const rows = [
    aFigure("产值", "110000"),
    aFigure("产值", "120000", owned("120000")),
    aFigure("产值", "110000", { year: 2021 }),
  ];
  const first = await ledger.as(both, (tx) => addObservations(tx, { batch, rows }));
  assert.deepEqual([first.added, first.unchanged, first.superseded, first.batches.length], [3, 0, 0, 2]);
  const again = await ledger.as(both, (tx) => addObservations(tx, { batch, rows }));
  assert.deepEqual([again.added, again.unchanged, again.superseded, again.batches.length], [0, 3, 0, 0]);
  assert.deepEqual(again.ids, first.ids);
});

test("a correction supersedes, and both are known on their days", async () => {
  setClock("2026-02-01T00:00:00.000Z");
  const wrong = await ledger.as(both, (tx) =>
    addObservations(tx, { batch, rows: [aFigure("人口", "110000", { number: 2100 })] }),
  );
  setClock("2026-03-01T00:00:00.000Z");
  const right = await ledger.as(both, (tx) =>
    addObservations(tx, { batch, rows: [aFigure("人口", "110000", { number: 2189 })] }),
  );
  assert.deepEqual([right.added, right.superseded], [1, 1]);
  const known = async (text: string) =>
    (await ledger.as(both, (tx) => observationsOf(tx, { indicators: ["人口"], knownOn: day(text) }))).map(
      ({ value }) => value.nominal,
    );
  assert.deepEqual(await known("2026-01-31"), []);
  assert.deepEqual(await known("2026-02-15"), [2100]);
  assert.deepEqual(await known("2026-03-01"), [2189]);
  const old = await ledger.as(both, (tx) => observationById(tx, wrong.ids[0] ?? (right.batches[0] as never)));
  assert.equal(old?.supersededAt, "2026-03-01T00:00:00.000Z");
});

test("a figure counts as of a day once its period is over", async () => {
  await ledger.as(both, (tx) => addObservations(tx, { batch, rows: [aFigure("里程", "110000", { year: 2022 })] }));
  const asOf = async (text: string) =>
    (await ledger.as(both, (tx) => observationsOf(tx, { indicators: ["里程"], asOf: day(text) }))).length;
  assert.deepEqual([await asOf("2022-12-30"), await asOf("2022-12-31")], [0, 1]);
});

test("values keep their interval, bounds and word through the ledger", async () => {
  for (const [index, value] of [
    valueOf(3000, "about"),
    valueOf(85, "over"),
    valueOf(-3.25, "at-most"),
    valueOf(0.1),
  ].entries()) {
    const { ids } = await ledger.as(both, (tx) =>
      addObservations(tx, { batch, rows: [aFigure("界值", "110000", { series: String(index), value })] }),
    );
    const [held] = await ledger.as(both, (tx) => observationsOf(tx, { indicators: ["界值"], series: String(index) }));
    assert.deepEqual([held?.value, held?.id], [value, ids[0]]);
  }
});

test("the digest of a row and the hash of its batch follow from what is held", async () => {
  const rows = [
    aFigure("可验", "110000", { value: valueOf(1.1, "about") }),
    aFigure("可验", "130000", { note: "含雄安" }),
  ];
  const { batches } = await ledger.as(both, (tx) => addObservations(tx, { batch, rows }));
  await ledger.as(both, async (tx) => {
    const held = await tx.db
      .selectFrom("observation")
      .selectAll()
      .where("batch", "in", [...batches])
      .orderBy("batchRow")
      .execute();
    const shown = await observationsOf(tx, { indicators: ["可验"] });
    const digests = held.map(({ id }) => {
      const row = shown.find((item) => item.id === id);
      return row?.evidence ? observationDigest({ ...row, evidence: row.evidence }) : null;
    });
    assert.deepEqual(
      digests,
      held.map(({ digest }) => digest),
    );
    const { hash, rowCount } = await tx.db
      .selectFrom("importBatch")
      .selectAll()
      .where("id", "in", [...batches])
      .executeTakeFirstOrThrow();
    assert.deepEqual([hash, rowCount], [merkleRoot(held.map(({ digest }) => digest)), 2]);
  });
});

test("two rows for the same figure are refused with their places", () =>
  assert.rejects(
    ledger.as(both, (tx) =>
      addObservations(tx, { batch, rows: [aFigure("重", "110000"), aFigure("重", "110000", { number: 2 })] }),
    ),
    (error: unknown) => error instanceof LedgerRefusal && error.message.includes("Rows 1 and 2"),
  ));

test("a figure from a document without its sentence is refused at commit", async () => {
  const { ids } = await ledger.as(both, (tx) => addObservations(tx, { batch, rows: [aFigure("无据", "110000")] }));
  const bare = ledger.as(both, async (tx) => {
    const row = await tx.db
      .selectFrom("observation")
      .selectAll()
      .where("id", "=", ids[0] ?? (batch as never))
      .executeTakeFirstOrThrow();
    await insertRows(tx.db, "observation", [
      { ...row, id: "00000000-0000-7000-8000-000000000001", series: "无", evidence: null, evidenceKind: "sentence" },
    ]);
  });
  await assert.rejects(bare, refused("no-evidence"));
});

test("a superseded row is never current again", async () => {
  const revive = ledger.as(both, (tx) =>
    tx.db.updateTable("observation").set({ supersededAt: null }).where("supersededAt", "is not", null).execute(),
  );
  await assert.rejects(revive, refused("append-only"));
});

test("rows go to the partition of the decade in which their period begins", async () => {
  const rows = [1949, 1995, 2005, 2015, 2025, 2035, 2060].map((year) =>
    aFigure("年代", "110000", { year, evidence: attested }),
  );
  await ledger.as(both, (tx) => addObservations(tx, { batch, rows }));
  const { rows: parts } = await ledger.as(both, async (tx) => {
    const query = tx.db.selectFrom("observation").selectAll().where("indicator", "=", "年代").orderBy("periodStart");
    return { rows: (await query.execute()).map(({ period }) => period) };
  });
  assert.deepEqual(parts, ["1949", "1995", "2005", "2015", "2025", "2035", "2060"]);
});

test("a list pages through every row once, in order", async () => {
  const rows = Array.from({ length: 25 }, (_, index) =>
    aFigure("分页", "110000", { year: 2000 + (index % 5), series: `s${index}` }),
  );
  await ledger.as(both, (tx) => addObservations(tx, { batch, rows }));
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await ledger.as(both, (tx) =>
      observationsPage(tx, { indicators: ["分页"], sort: "period", cursor, limit: 7 }),
    );
    assert.equal(page.total, 25);
    seen.push(...page.items.map(({ period, series }) => `${period} ${series}`));
    cursor = page.next;
  } while (cursor !== null);
  assert.equal(new Set(seen).size, 25);
  assert.deepEqual(
    seen.map((item) => item.slice(0, 4)),
    seen.map((item) => item.slice(0, 4)).sort(),
  );
});
