import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type OutputRecord, toRecord } from "@qipan/policy/extraction/record";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { readPackFolder } from "../packs/pack-folder.ts";
import { rawRows } from "../packs/raw-rows.ts";
import { secrecyOf } from "./secrecy.ts";
import { type Taken, takeOut } from "./take-out.ts";

const root = join(import.meta.dirname, "../../../..");
const corpus = join(root, "corpus");
const documents = readdirSync(corpus).filter((name) => /^\d{3}_/u.test(name));
const lexicon = await readLexicon(ownFolders(root));

interface Sample {
  readonly name: string;
  readonly taken: Taken;
  readonly read: readonly OutputRecord[];
  readonly expected: readonly Expected[];
}

/** 期望. One reading that a careful reader finds; how well they are read says `npm run score`. */
interface Expected {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const annotated = readdirSync(join(corpus, "expected")).filter((name) => name.endsWith(".jsonl"));
const samples: readonly Sample[] = await Promise.all(annotated.map(sampleOf));

async function sampleOf(file: string): Promise<Sample> {
  const name = documents.find((document) => document.replace(/\.\w+$/u, ".jsonl") === file) ?? file;
  const taken = await takeOut({ doc: name, date: undefined, bytes: readFileSync(join(corpus, name)) }, lexicon);
  const read = [...taken.result.mentions, ...taken.result.readings].map((found) => toRecord(name, found));
  const lines = readFileSync(join(corpus, "expected", file), "utf8")
    .trim()
    .split("\n");
  return { name, taken, read, expected: lines.map((line) => JSON.parse(line) as Expected) }; // built by corpus/make/make-expected.ts
}

test("the expectations quote the text that is taken out of each file", () => {
  assert.ok(samples.length >= 12, `${samples.length} documents are annotated`);
  for (const { name, taken, expected } of samples)
    for (const { start, end, text } of expected) assert.equal(taken.result.text.slice(start, end), text, name);
});

test("an appeal is kept apart: nothing that it asks for is an event, and none of it is expected as a commitment", () => {
  const [appeal] = samples.filter(({ name }) => name.startsWith("113_"));
  assert.ok(appeal);
  assert.deepEqual(
    [...appeal.read, ...appeal.expected].filter(({ type }) => type === "event" || type === "commitment"),
    [],
  );
});

test("the samples are of many formats; each says in its head that it is one, and none carries a marking of secrecy", async () => {
  assert.ok(documents.length >= 11, `${documents.length} documents`);
  const endings = new Set(documents.map((name) => name.split(".").at(-1)));
  assert.deepEqual(
    [...endings].toSorted((a = "", b = "") => (a < b ? -1 : 1)),
    ["docx", "html", "pdf", "txt", "xlsx"],
  );
  for (const name of documents) {
    const bytes = readFileSync(join(corpus, name));
    const { marks, result } = await takeOut({ doc: name, date: undefined, bytes }, lexicon);
    assert.match(result.text.slice(0, 140).replace(/\s/gu, ""), /示例文件，由棋盘项目/u, name);
    assert.equal(secrecyOf(result.text, marks), null, name);
  }
});

test("every fact of the samples names a row that the pack holds, with the source of that row, or a source outside it", async () => {
  const pack = await readPackFolder(join(root, "data/jingjinji"));
  assert.ok(pack.manifest);
  const rows = new Map(rawRows(pack.tables, pack.manifest).map((row) => [`${row.table} ${row.row}`, row]));
  const outside = new Set(table("outside-sources.tsv", "id\ttitle\tpublisher\tdate\taddress").map(([id]) => id));
  const cited = table("sources.tsv", "document\tplace\ttable\trow\tsource_id");
  for (const [document = "", , kind, row, source] of cited) {
    assert.ok(documents.includes(document), `${document} is a document of the corpus`);
    if (kind === "outside") assert.ok(outside.has(row) && row === source, `${row} is a source outside the pack`);
    else if (kind === "sources")
      assert.ok(rows.has(`sources ${row}`) && row === source, `${row} is a source of the pack`);
    else assert.equal(rows.get(`${kind} ${row}`)?.source, source, `${kind} ${row}`);
  }
  for (const name of documents)
    assert.ok(
      cited.some(([document]) => document === name),
      `${name} has sources`,
    );
});

function table(name: string, head: string): readonly (readonly string[])[] {
  const [header, ...lines] = readFileSync(join(corpus, name), "utf8").trim().split("\n");
  assert.equal(header, head);
  return lines.map((line) => line.split("\t"));
}
