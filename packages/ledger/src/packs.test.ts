import assert from "node:assert/strict";
import { test } from "node:test";
import { writtenDateOf } from "@qipan/policy/pack/dates";
import type { PackEntry } from "@qipan/policy/pack/pack-entry";
import type { PlaceRow } from "@qipan/policy/pack/places";
import type { SourceRow } from "@qipan/policy/pack/sources";
import type { NewObservation } from "@qipan/policy/records/observation";
import { publicReader } from "@qipan/policy/records/principal";
import { changeEntry, createEntry, mergeEvidence } from "./entries.ts";
import { entriesByKeys, entryById } from "./entry-queries.ts";
import { aFigure, anEvent, attested, editorOf, owned } from "./harness/samples.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { observationsOf } from "./observation-queries.ts";
import { addObservations } from "./observations.ts";
import { loadPack, packsHeld } from "./packs.ts";
import type { PackLoad, PackOptions, PackResult } from "./packs/pack-load.ts";
import { placeByCode } from "./places.ts";
import { LedgerRefusal } from "./refusal.ts";
import { systemPrincipal } from "./transaction.ts";
import { verifyLedger } from "./verify.ts";

const { ledger, databaseUrl } = await testLedger();
const loader = systemPrincipal("loader");
const editor = editorOf("110000", "JJJ");

/** A pack whose events carry these titles, by their keys. */
function aPack(
  titles: Record<string, string>,
  { version = "2026.11.1", number = 100, place = "北京市" } = {},
): PackLoad {
  const keys = Object.keys(titles);
  const entries = keys.map((key): PackEntry => {
    const { fields, kind, confidence } = anEvent(titles[key] ?? "");
    const row = { pack: "sample", table: "events", row: key, source: "s1", sourceTitle: "公报" };
    return { kind, key, confidence, fields, ownership: owned(key === "joint" ? "JJJ" : "110000", "public"), row };
  });
  const evidence = {
    kind: "pack",
    pack: "sample",
    table: "observations",
    row: "gdp|2020",
    source: "s1",
    sourceTitle: "公报",
    confidence: "verified",
  } as const;
  const observations: NewObservation[] = [aFigure("gdp", "110000", { number, evidence })];
  const source: SourceRow = {
    id: "s1",
    title: "公报",
    publisher: "统计局",
    date: writtenDateOf("2021-03"),
    url: null,
    urlKind: "official",
  };
  const beijing: PlaceRow = {
    code: "110000",
    nameZh: place,
    nameEn: "Beijing",
    level: "province",
    parent: "JJJ",
    lon: 116.4,
    lat: 39.9,
    aliasesZh: ["京"],
    coordBasis: "seat",
    source: "区划代码",
    sourceId: "s1",
    confidence: "verified",
  };
  const row = { source: "公报", licence: "own", confidence: "verified" } as const;
  const rows = [
    ...keys.map((key) => ({ table: "events", row: key, content: { id: key, title: titles[key] }, ...row })),
    { table: "observations", row: "gdp|2020", content: { value: String(number) }, ...row },
    { table: "places", row: "110000", content: { name_zh: place }, ...row },
    { table: "rail/stations", row: "VNP", content: { name: "北京南" }, ...row },
  ];
  return {
    manifest: { id: "sample", version, title: "样包" },
    rows,
    places: [beijing],
    sources: [source],
    entries,
    observations,
  };
}

const load = (pack: PackLoad, options?: PackOptions): Promise<PackResult> =>
  ledger.as(loader, (tx) => loadPack(tx, pack, options));
const counted = ({ added, changed, unchanged }: PackResult): readonly number[] => [added, changed, unchanged];
const event = async (key: string) => (await ledger.as(editor, (tx) => entriesByKeys(tx, "event", [key])))[0];
const amount = async (): Promise<number> =>
  (
    await onDatabase<{ rows: number }>(
      databaseUrl,
      "select (select count(*) from qipan.entry_version)::int + (select count(*) from qipan.observation)::int + (select count(*) from qipan.audit)::int as rows",
    )
  )[0]?.rows ?? 0;

const titles = { a: "甲事", b: "乙事", joint: "三地之事" };

test("every row of a first load is added, public, with its row as evidence", async () => {
  assert.deepEqual(counted(await load(aPack(titles))), [6, 0, 0]);
  const [held] = await ledger.as(publicReader, (tx) => entriesByKeys(tx, "event", ["joint"]));
  assert.deepEqual([held?.jurisdiction, held?.origin, held?.title], ["JJJ", "pack", "三地之事"]);
  assert.deepEqual(held?.evidence.shown, [
    {
      kind: "pack",
      pack: "sample",
      table: "events",
      row: "joint",
      source: "s1",
      sourceTitle: "公报",
      confidence: "verified",
    },
  ]);
  assert.deepEqual(
    (await ledger.as(publicReader, packsHeld)).map(({ id, version }) => [id, version]),
    [["sample", "2026.11.1"]],
  );
});

test("loading the same again changes nothing", async () => {
  const before = await amount();
  const again = await load(aPack(titles));
  assert.deepEqual([counted(again), again.keptForUser, again.gone, await amount()], [[0, 0, 6], [], [], before]);
});

test("changed rows become new versions and corrections; the old ones stay", async () => {
  const result = await load(
    aPack({ ...titles, a: "甲事（改）" }, { version: "2026.11.2", number: 105, place: "北京" }),
  );
  assert.deepEqual(counted(result), [0, 3, 3]);
  const changed = await event("a");
  assert.deepEqual([changed?.version, changed?.title], [2, "甲事（改）"]);
  const figures = await ledger.as(publicReader, (tx) => observationsOf(tx, { indicators: ["gdp"] }));
  assert.deepEqual(
    figures.map(({ value }) => value.nominal),
    [105],
  );
  assert.equal((await ledger.as(publicReader, (tx) => placeByCode(tx, "110000")))?.nameZh, "北京");
});

test("what a person changed stays and is listed; evidence that a person added does not stand in the way", async () => {
  const [a, b] = [await event("a"), await event("b")];
  if (!a || !b) throw new Error("Both are loaded");
  await ledger.as(editor, (tx) =>
    changeEntry(tx, a.id, { expectedVersion: 2, fields: { ...a.fields, title: "甲事（人改）" }, reason: "更正" }),
  );
  await ledger.as(editor, (tx) => mergeEvidence(tx, b.id, { evidence: [attested], reason: null }));
  const figure = aFigure("gdp", "110000", { number: 107, evidence: attested });
  await ledger.as(editor, (tx) =>
    addObservations(tx, { batch: { file: "hand", sheet: null, sha256: null }, rows: [figure] }),
  );
  const result = await load(
    aPack({ ...titles, a: "甲事（三）", b: "乙事（三）" }, { version: "2026.11.3", number: 110, place: "北京" }),
  );
  assert.deepEqual(
    result.keptForUser.map(({ table, row }) => [table, row]),
    [
      ["events", "a"],
      ["observations", "gdp|2020"],
    ],
  );
  assert.match(result.keptForUser[0]?.why ?? "", /version 3 is a person's, the pack wrote version 2/u);
  assert.deepEqual(
    [(await event("a"))?.title, (await event("b"))?.title, (await event("b"))?.version],
    ["甲事（人改）", "乙事（三）", 3],
  );
  const figures = await ledger.as(publicReader, (tx) => observationsOf(tx, { indicators: ["gdp"] }));
  assert.deepEqual(
    figures.map(({ value }) => value.nominal),
    [107],
  );
  const again = await load(
    aPack({ ...titles, a: "甲事（三）", b: "乙事（三）" }, { version: "2026.11.3", number: 110, place: "北京" }),
  );
  assert.deepEqual([counted(again), again.keptForUser.length], [[0, 0, 6], 2], "listed as long as it differs");
});

test("rows that are gone are listed and stay, until they are taken out on purpose", async () => {
  const { joint: _, ...fewer } = { ...titles, a: "甲事（三）", b: "乙事（三）" };
  const kept = await load(aPack(fewer, { version: "2026.12.1", number: 110, place: "北京" }));
  assert.deepEqual(kept.gone, [{ table: "events", row: "joint" }]);
  assert.equal((await event("joint"))?.withdrawn, false);
  await load(aPack(fewer, { version: "2026.12.1", number: 110, place: "北京" }), { removeGone: true });
  const [row] = await onDatabase<{ id: string; withdrawn: boolean }>(
    databaseUrl,
    "select id, withdrawn from qipan.entry where key = 'joint'",
  );
  assert.equal(row?.withdrawn, true);
  assert.deepEqual((await load(aPack(fewer, { version: "2026.12.1", number: 110, place: "北京" }))).gone, []);
});

test("a row that is back brings its entry back", async () => {
  const all = aPack(
    { ...titles, a: "甲事（三）", b: "乙事（三）" },
    { version: "2027.1.1", number: 110, place: "北京" },
  );
  const result = await load(all);
  assert.deepEqual([counted(result), (await event("joint"))?.withdrawn], [[1, 0, 5], false]);
  const actions = await onDatabase<{ action: string }>(
    databaseUrl,
    "select action from qipan.entry_version where key = 'joint' order by version",
  );
  assert.deepEqual(
    actions.map(({ action }) => action),
    ["create", "withdraw", "restore"],
  );
});

test("an entry that a person made under the same key is not touched", async () => {
  const { rows, entries, ...rest } = aPack({ own: "包之事" });
  const made = await ledger.as(editor, (tx) =>
    createEntry(tx, { ...anEvent("人之事", { ownership: owned("110000", "public") }), key: "own" }),
  );
  const other = {
    ...rest,
    manifest: { id: "other", version: "2026.1.1", title: "他包" },
    rows,
    entries,
    places: [],
    sources: [],
    observations: [],
  };
  const result = await load(other);
  assert.deepEqual(
    result.keptForUser.map(({ row }) => row),
    ["own"],
  );
  assert.equal((await ledger.as(editor, (tx) => entryById(tx, made.id)))?.title, "人之事");
});

test("an entry whose row is missing is refused, and so is a loader who is no administrator", async () => {
  const pack = aPack({ x: "某事" });
  const refused = (code: string) => (error: unknown) => error instanceof LedgerRefusal && error.code === code;
  await assert.rejects(
    load({ ...pack, rows: pack.rows.filter(({ table }) => table !== "events") }),
    refused("no-evidence"),
  );
  await assert.rejects(
    ledger.as(editor, (tx) => loadPack(tx, pack)),
    refused("forbidden"),
  );
  await assert.rejects(
    ledger.as({ ...editorOf("CN", "110000"), role: "editor" }, (tx) => loadPack(tx, pack)),
    refused("forbidden"),
  );
});

test("the ledger verifies after all of it", async () => assert.deepEqual((await verifyLedger(ledger)).problems, []));
