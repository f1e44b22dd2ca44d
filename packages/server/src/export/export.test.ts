import assert from "node:assert/strict";
import { test } from "node:test";
import { createEntry } from "@qipan/ledger/entries";
import { anEvent, attested, owned } from "@qipan/ledger/harness/samples";
import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { testServer } from "../http/harness/test-server.ts";
import { localOperator } from "../http/session.ts";

const { ledger, get, url, operator, post } = await testServer();

/** Titles that a spreadsheet would run or that would break a row, and one that is only Chinese. */
const titles = ["=1+1", "+86", "-5 至 3", "@甲", "'=已有撇号", '逗号,引号"和\n换行', "北京与天津签约"];
const participants = ["甲局", "乙=丙"];
const publicEvent = (title: string) =>
  anEvent(title, { ownership: owned("110000", "public"), fields: { participants } });
await ledger.as(localOperator, async (tx) => {
  for (const title of titles) await createEntry(tx, publicEvent(title));
  await createEntry(tx, anEvent("内部草稿", { ownership: owned("110000", "draft") }));
});

const project = (title: string, lon: number | null, regions: readonly string[]) => ({
  kind: "project" as const,
  ownership: owned("110000", "public"),
  origin: "hand" as const,
  confidence: "verified" as const,
  evidence: [attested],
  fields: {
    title,
    titleEn: null,
    domain: "transport",
    regions,
    lon,
    lat: lon === null ? null : 39.9,
    status: "building",
    start: "2020",
    finish: null,
    investment: -1.5,
    lead: null,
    note: null,
  },
});
await ledger.as(localOperator, async (tx) => {
  await createEntry(tx, project("有坐标", 116.4, []));
  await createEntry(tx, project("无坐标", null, ["某处"]));
});

async function csv(path: string, headers: Record<string, string> = {}): Promise<Record<string, string>[]> {
  const answer = await get(path, headers);
  assert.match(answer.headers.get("content-type") ?? "", /^text\/csv; charset=utf-8/u);
  return parse(Buffer.from(await answer.arrayBuffer()), { bom: true, columns: true });
}

test("CSV begins with a byte order mark and ends its lines with CRLF", async () => {
  const bytes = Buffer.from(await (await get("/api/entries.csv?kind=event")).arrayBuffer());
  assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  assert.match(bytes.toString("utf8").slice(1), /^编号,键,事件,.*\r\n/u);
});

test("text that a spreadsheet would run gets an apostrophe; a negative number does not", async () => {
  const rows = await csv("/api/entries.csv?kind=event&lang=en");
  const written = rows.map((row) => row["Event"]);
  for (const expected of ["'=1+1", "'+86", "'-5 至 3", "'@甲", "''=已有撇号"])
    assert.ok(written.includes(expected), expected);
  assert.equal((await csv("/api/entries.csv?kind=project&lang=en"))[0]?.["Investment (10⁸ CNY)"], "-1.5");
});

test("Accept asks for a format as the extension does", async () => {
  assert.equal((await csv("/api/entries?kind=event", { accept: "text/csv" })).length, titles.length);
  assert.equal((await get("/api/entries?kind=event", { accept: "image/png" })).status, 406);
  assert.match(
    (await get("/api/entries?kind=event", { accept: "text/html,*/*;q=0.8" })).headers.get("content-type") ?? "",
    /json/u,
  );
});

test("an export holds what the caller may see and nothing else", async () => {
  assert.equal((await csv("/api/entries.csv?kind=event")).length, titles.length);
  assert.equal((await csv("/api/entries.csv?kind=event", operator)).length, titles.length + 1);
});

test("column labels follow the language", async () => {
  assert.ok("事件" in ((await csv("/api/entries.csv?kind=event"))[0] ?? {}));
  assert.ok("Event" in ((await csv("/api/entries.csv?kind=event", { "accept-language": "en-GB,zh;q=0.5" }))[0] ?? {}));
});

test("XLSX: text is text, the header is bold and frozen, a second sheet says what this is", async () => {
  const answer = await get("/api/entries.xlsx?kind=event&lang=en&asOf=2026-01-05");
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const [sheet, about] = book.worksheets;
  assert.equal(sheet?.name, "Chronicle");
  assert.equal(sheet?.getRow(1).font?.bold, true);
  assert.equal(sheet?.views[0]?.state, "frozen");
  const column = sheet?.getRow(1).values as string[];
  const cells = sheet?.getColumn(column.indexOf("Event")).values.slice(2) ?? [];
  assert.deepEqual(new Set(cells), new Set(titles));
  assert.deepEqual([about?.getCell("A2").value, about?.getCell("B2").value], ["As of", "2026-01-05"]);
});

test("GeoJSON: rows that lie nowhere are left out and counted", async () => {
  const answer = await get("/api/entries.geojson?kind=project");
  assert.match(answer.headers.get("content-type") ?? "", /^application\/geo\+json/u);
  const { type, features, withoutPlace } = (await answer.json()) as {
    type: string;
    features: { geometry: object; properties: { title: string } }[];
    withoutPlace: number;
  };
  assert.deepEqual([type, features.length, withoutPlace], ["FeatureCollection", 1, 1]);
  assert.deepEqual(features[0]?.geometry, { type: "Point", coordinates: [116.4, 39.9] });
  assert.equal(features[0]?.properties.title, "有坐标");
});

interface Imported {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faults: readonly { row: number; column: string; found: string; expected: string }[];
}

async function importing(bytes: Uint8Array<ArrayBuffer>, query = "kind=event"): Promise<Imported> {
  const address = `${url}/api/entries/import?${query}&name=rows.csv&reason=${encodeURIComponent("季度校订")}`;
  const answer = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", ...operator },
    body: bytes,
  });
  assert.equal(answer.status, 200, await answer.clone().text());
  return (await answer.json()) as Imported;
}

async function exported(format: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await get(`/api/entries.${format}?kind=event`, operator)).arrayBuffer());
}

for (const format of ["csv", "xlsx"])
  test(`what is exported as ${format} comes back unchanged`, async () => {
    const result = await importing(await exported(format));
    assert.deepEqual(result, { created: 0, changed: 0, unchanged: titles.length + 1, faults: [] });
  });

test("an import with a fault does nothing and names row, column, found and expected", async () => {
  const table = "事件,起日,止日,时距,原文残缺\n甲,2020-01-01,2020-01-01,day,\n乙,2020-02-30,2020-03-01,day,perhaps\n";
  const { created, faults } = await importing(new TextEncoder().encode(table));
  assert.equal(created, 0);
  assert.deepEqual(
    faults.map(({ row, column, found }) => [row, column, found]),
    [[3, "cut", "perhaps"]],
  );
  const second = await importing(new TextEncoder().encode(table.replace("perhaps", "")));
  assert.deepEqual(
    second.faults.map(({ row, column, found }) => [row, column, found]),
    [[3, "dateStart", "2020-02-30"]],
  );
  assert.equal((await csv("/api/entries.csv?kind=event", operator)).length, titles.length + 1);
});

test("a dry run says what would happen and keeps nothing", async () => {
  const table = new TextEncoder().encode("title,dateStart,dateEnd,precision\n丙,2021-01-01,2021-01-01,day\n");
  assert.equal((await importing(table, "kind=event&dryRun=true")).created, 1);
  assert.equal((await csv("/api/entries.csv?kind=event", operator)).length, titles.length + 1);
});

test("a changed cell becomes a version that stands on the importer's word; a new row an entry", async () => {
  const text = new TextDecoder().decode(await exported("csv")).replace("北京与天津签约", "北京与天津签订协议");
  const result = await importing(new TextEncoder().encode(text));
  assert.deepEqual([result.created, result.changed, result.faults], [0, 1, []]);
  const page = (await (await get(`/api/entries?kind=event&q=${encodeURIComponent("签订协议")}`, operator)).json()) as {
    items: { version: number; evidence: { shown: { statement?: string }[] } }[];
  };
  assert.equal(page.items[0]?.version, 2);
  assert.ok(page.items[0]?.evidence.shown.some(({ statement }) => statement === "Imported from rows.csv: 季度校订"));
});

test("a row that was changed since the export is refused", async () => {
  const bytes = await exported("csv");
  const page = (await (await get("/api/entries?kind=event&sort=title", operator)).json()) as {
    items: { id: string; version: number; fields: object }[];
  };
  const [first] = page.items;
  await post(`/api/entries/${first?.id}/changes`, {
    expectedVersion: first?.version,
    fields: { ...first?.fields, note: "改" },
    reason: "在此期间",
  });
  const { faults } = await importing(bytes);
  assert.deepEqual(
    faults.map(({ column }) => column),
    ["version"],
  );
});

for (const [rule, bytes, detail] of [
  ["no table", new Uint8Array([0xff, 0xfe, 0x00]), /cannot be read as CSV/u],
  ["a workbook that is cut off", new Uint8Array([0x50, 0x4b, 3, 4, ...new Uint8Array(64)]), /cut off/u],
] as const)
  test(`an import refuses ${rule}`, async () => {
    const address = `${url}/api/entries/import?kind=event&name=x&reason=why`;
    const answer = await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/octet-stream", ...operator },
      body: bytes,
    });
    assert.equal(answer.status, 400);
    assert.match(((await answer.json()) as { detail: string }).detail, detail);
  });

test("a column that the register does not have is a fault", async () => {
  const { faults } = await importing(new TextEncoder().encode("事件,颜色\n甲,红\n"));
  assert.deepEqual(
    faults.map(({ row, column }) => [row, column]),
    [[1, "颜色"]],
  );
});
