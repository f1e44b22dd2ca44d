import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readDocument, type ReadResult } from "@qipan/policy/extraction/read";
import type { EventReading } from "@qipan/policy/records/reading";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { readPackFolder } from "../packs/pack-folder.ts";
import { rawRows } from "../packs/raw-rows.ts";
import { secrecyOf } from "./secrecy.ts";

const root = join(import.meta.dirname, "../../../..");
const corpus = join(root, "corpus");
const documents = readdirSync(corpus).filter((name) => name.endsWith(".txt"));
const lexicon = await readLexicon(ownFolders(root));

interface Expected {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly date_start: string;
  readonly date_end: string;
}

const read = (name: string): ReadResult => readDocument(readFileSync(join(corpus, name)), { doc: name, lexicon });
const eventsOf = ({ readings }: ReadResult): readonly EventReading[] =>
  readings.filter((reading) => reading.type === "event");

for (const name of readdirSync(join(corpus, "expected"))) {
  const lines = readFileSync(join(corpus, "expected", name), "utf8")
    .trim()
    .split("\n");
  const expected = lines.map((line) => JSON.parse(line) as Expected); // written by hand in this form
  test(`[12.1] every event of ${name} is read with its days, and no other`, () => {
    const result = read(name.replace(/jsonl$/u, "txt"));
    for (const { start, end, text } of expected)
      assert.equal(result.text.slice(start, end), text, "the expectation quotes the file");
    const found = eventsOf(result);
    const missed = expected.filter((one) => !found.some((event) => agrees(event, one))).map(({ text }) => text);
    assert.deepEqual(missed, []);
    assert.equal(found.length, expected.length);
  });
}

/** The same days, and spans that overlap by at least half of their union. */
function agrees({ spans, dateStart, dateEnd }: EventReading, one: Expected): boolean {
  const [span] = spans;
  if (!span || dateStart !== one.date_start || dateEnd !== one.date_end) return false;
  const common = Math.min(span.end, one.end) - Math.max(span.start, one.start);
  return common * 2 >= Math.max(span.end, one.end) - Math.min(span.start, one.start);
}

test("every sample says in its head that it is one, and none carries a marking of secrecy", () => {
  assert.ok(documents.length >= 3, `${documents.length} documents`);
  for (const name of documents) {
    const text = readFileSync(join(corpus, name), "utf8");
    assert.match(text.slice(0, 120), /示例文件，由棋盘项目/u, name);
    assert.equal(secrecyOf(text), null, name);
  }
});

test("every fact of the samples names a row that the pack holds, with the source of that row", async () => {
  const pack = await readPackFolder(join(root, "data/jingjinji"));
  assert.ok(pack.manifest);
  const rows = new Map(rawRows(pack.tables, pack.manifest).map((row) => [`${row.table} ${row.row}`, row.source]));
  const [header, ...lines] = readFileSync(join(corpus, "sources.tsv"), "utf8").trim().split("\n");
  assert.equal(header, "document\tplace\ttable\trow\tsource_id");
  const cited = lines.map((line) => line.split("\t"));
  for (const [document, , table, row, source] of cited) {
    assert.ok(documents.includes(document ?? ""), `${document} is a document of the corpus`);
    assert.equal(rows.get(`${table} ${row}`), source, `${table} ${row}`);
  }
  for (const name of documents)
    assert.ok(
      cited.some(([document]) => document === name),
      `${name} has sources`,
    );
});
