import assert from "node:assert/strict";
import { test } from "node:test";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Principal } from "@qipan/policy/records/principal";
import { sql } from "kysely";
import { createEntry } from "./entries.ts";
import { entryById } from "./entry-queries.ts";
import { aDocument, aFigure, anEvent, attested, editorOf, owned } from "./harness/samples.ts";
import { onDatabase, testLedger } from "./harness/test-ledger.ts";
import { observationById } from "./observation-queries.ts";
import { addObservations } from "./observations.ts";
import { purgeDocument } from "./purge.ts";
import { type ReceivedDocument, type ReceivedSentence, receiveDocument } from "./receive-document.ts";
import { LedgerRefusal } from "./refusal.ts";
import { sentenceAt } from "./sentences.ts";
import { verifyLedger } from "./verify.ts";

const { ledger, databaseUrl } = await testLedger();
const beijing = editorOf("110000");
const tianjin = editorOf("120000");

/** A document of one sheet: rows of cells, cells parted by TAB; the first row of it is row `first` of the sheet. */
function aTable(name: string, rows: readonly (readonly string[])[], first = 1): ReceivedDocument {
  const document = aDocument(
    name,
    rows.map((cells) => cells.join("\t")),
  );
  const sentences = document.sentences.map((sentence, index): ReceivedSentence => {
    let start = sentence.start;
    const cells = (rows[index] ?? []).map((words, column) => {
      const cell = { cell: `${String.fromCharCode(65 + column)}${index + first}`, start, end: start + words.length };
      start = cell.end + 1;
      return cell;
    });
    return { ...sentence, kind: "row", sheet: "客流", cells };
  });
  return { ...document, sentences };
}

const table = aTable(
  "客流.xlsx",
  [
    ["车站", "客流", "单位"],
    ["𠮷林站", "1200", "万人次"],
    ["河东站", "", "万人次"],
  ],
  3,
);
const { document } = await ledger.as(beijing, (tx) => receiveDocument(tx, table));

const at = (range: string, quote: string, sheet = "客流"): Evidence => {
  return { kind: "cell", document: document.id, sheet, range, quote };
};

for (const [rule, evidence, expected] of [
  ["the words of one cell", at("B4", "1200"), "taken"],
  ["words after characters outside the basic plane", at("C4", "万人次"), "taken"],
  ["words outside the basic plane", at("A4", "𠮷林站"), "taken"],
  ["a row of cells", at("A4:C4", "𠮷林站\t1200\t万人次"), "taken"],
  ["a column of cells", at("B3:B4", "客流\n1200"), "taken"],
  ["a block with an empty cell", at("B4:C5", "1200\t万人次\n\t万人次"), "taken"],
  ["a block past the edge of the table, empty there", at("C5:D6", "万人次\t\n\t"), "taken"],
  ["other words", at("B4", "1201"), "there stands '1200'"],
  ["a part of the words", at("B4", "120"), "there stands '1200'"],
  ["words of the cell beside", at("B4", "万人次"), "there stands '1200'"],
  ["a row parted by commas", at("A4:B4", "𠮷林站,1200"), "there stands"],
  ["an empty cell", at("B5", "0"), "No words stand in B5"],
  ["a cell outside the table", at("B9", "1200"), "No words stand in B9"],
  ["a sheet that is not held", at("B4", "1200", "表2"), "No words stand in B4 of the sheet '表2'"],
  ["a range from its bottom", at("B4:B3", "客流\n1200"), "'B4:B3' is no range"],
  ["more rows than one piece may cite", at("A1:A201", "车站"), "at most 200 by 200"],
  ["row 0, which no sheet has", at("B0", "1200"), "expected a cell range"],
  ["no words at all", at("B4", ""), "quote"],
] as const)
  test(`cell evidence of ${rule} is ${expected === "taken" ? "taken" : "refused"}`, async () => {
    const made = ledger.as(beijing, (tx) => createEntry(tx, anEvent(rule, { evidence: [evidence] })));
    if (expected === "taken") assert.deepEqual((await made).evidence.shown, [evidence]);
    else
      await assert.rejects(made, (error: unknown) => {
        assert.ok(error instanceof LedgerRefusal);
        return error.message.includes(expected);
      });
  });

test("evidence of cells of a document that the writer does not see is refused like one that is not held", async () => {
  const make = anEvent("他地之据", { ownership: owned("120000"), evidence: [at("B4", "9999")] });
  await assert.rejects(
    ledger.as(tianjin, (tx) => createEntry(tx, make)),
    (error: unknown) =>
      error instanceof LedgerRefusal && error.message.includes("No document") && !error.message.includes("1200"),
  );
});

const figure = aFigure("traffic", "110000", { evidence: at("B4", "1200") });
const [figureId] = await ledger.as(beijing, async (tx) => {
  const batch = { file: "客流.xlsx", sheet: "客流", sha256: null };
  return (await addObservations(tx, { batch, rows: [figure] })).ids;
});

/** Titles of the entries, and number of the observations, that stand on a row. */
async function standingOn(principal: Principal, address: string): Promise<readonly [readonly string[], number] | null> {
  const found = await ledger.as(principal, (tx) => sentenceAt(tx, document.id, address));
  return found && [found.entries.map(({ title }) => title).sort(), found.observations.length];
}

test("from a row one sees all that stands on its cells, and on blocks that begin above it", async () => {
  assert.deepEqual(await standingOn(beijing, "p1.s1"), [["a column of cells"], 0]);
  const onSecond = ["the words of one cell", "words after characters outside the basic plane", "a row of cells"];
  const others = ["words outside the basic plane", "a column of cells", "a block with an empty cell"];
  assert.deepEqual(await standingOn(beijing, "p2.s1"), [[...onSecond, ...others].sort(), 1]);
  const onThird = ["a block past the edge of the table, empty there", "a block with an empty cell"];
  assert.deepEqual(await standingOn(beijing, "p3.s1"), [onThird, 0]);
});

test("figures of a table are added like others: another figure than the cell says is refused", () =>
  assert.rejects(
    ledger.as(beijing, (tx) =>
      addObservations(tx, {
        batch: { file: "客流.xlsx", sheet: "客流", sha256: null },
        rows: [aFigure("traffic", "120000", { evidence: at("B4", "1300") })],
      }),
    ),
    (error: unknown) => error instanceof LedgerRefusal && error.code === "quote-mismatch",
  ));

test("somebody who does not see the document sees the entry, counts its evidence as hidden, and finds no row", async () => {
  const open = await ledger.as(beijing, (tx) =>
    createEntry(
      tx,
      anEvent("公开之事", { ownership: owned("110000", "public"), evidence: [at("A5", "河东站"), attested] }),
    ),
  );
  const seen = await ledger.as(tianjin, (tx) => entryById(tx, open.id));
  assert.deepEqual([seen?.evidence.shown, seen?.evidence.hidden], [[attested], 1]);
  assert.equal(await standingOn(tianjin, "p3.s1"), null);
});

test("the function of the store gives nobody words that he does not see", async () => {
  const words = (principal: Principal): Promise<unknown> =>
    ledger.as(principal, async (tx) => {
      const query = sql<{ words: string | null }>`select cell_words('110000', ${document.id}, '客流', 'A4') as words`;
      return (await query.execute(tx.db)).rows[0]?.words;
    });
  assert.deepEqual([await words(beijing), await words(tianjin)], ["𠮷林站", null]);
});

test("verifying finds a cell whose words were changed, and a quote that was", async () => {
  assert.deepEqual((await verifyLedger(ledger)).problems, []);
  const tamper = (text: string): Promise<unknown> =>
    onDatabase(databaseUrl, `set session_replication_role = replica; ${text}`);
  const found = async (): Promise<readonly string[]> => [
    ...new Set((await verifyLedger(ledger)).problems.map(({ what }) => what)),
  ];
  await tamper(`update qipan.sentence set raw = replace(raw, '1200', '2100') where paragraph = 2`);
  assert.deepEqual((await found()).toSorted(), ["quote-differs", "sentence-text"]);
  await tamper(`update qipan.sentence set raw = replace(raw, '2100', '1200') where paragraph = 2`);
  await tamper(`update qipan.observation_evidence set quote = '1300'`);
  assert.deepEqual((await found()).toSorted(), ["evidence-digest", "observation-digest", "quote-differs"]);
  await tamper(`update qipan.observation_evidence set quote = '1200'`);
  assert.deepEqual(await found(), []);
});

test("a purge takes the words of cells out of every table, and the ledger still verifies", async () => {
  const administrator: Principal = { ...beijing, role: "administrator", actor: "administrator of 110000" };
  const { withdrawn } = await ledger.as(administrator, (tx) => purgeDocument(tx, document.id, "误收"));
  assert.equal(withdrawn, 7);
  const [left] = await onDatabase<{ count: string }>(
    databaseUrl,
    `select (select count(*) from qipan.evidence e where e::text ~ '林站|河东')
      + (select count(*) from qipan.observation_evidence e where e::text ~ '1200') as count`,
  );
  assert.equal(Number(left?.count), 0);
  const old = figureId && (await ledger.as(beijing, (tx) => observationById(tx, figureId)));
  assert.ok(old && old.evidence === null && old.supersededAt !== null);
  assert.deepEqual((await verifyLedger(ledger)).problems, []);
});
