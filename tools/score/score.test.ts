import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { ownFolders, readLexicon } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type GoldDocument, goldDocuments, type GoldRecord, type ScoredKind } from "./gold.ts";
import { bestPairs } from "./match.ts";
import { scoresOf } from "./scores.ts";
import { acceptedFigures, dropsIn, rowOf, tableText } from "./table.ts";
import { sumOf, tallyOf } from "./tally.ts";

const root = join(import.meta.dirname, "../..");
const scorer = join(root, "../shared/score/score.mjs");

test("[1.8] score: nothing is read worse than the last accepted figures", async () => {
  const { rows } = await scoresOf(root);
  const accepted = acceptedFigures(readFileSync(join(root, "corpus/scores.tsv"), "utf8"));
  assert.deepEqual(dropsIn(rows, accepted), []);
});

test("[12.1] every event of the sample chronicle and of the review is read with its days, and no other", async () => {
  const { documents } = await goldDocuments(root, await readLexicon(ownFolders(root)));
  const told = documents.filter(({ doc }) => doc === "101" || doc === "103");
  assert.equal(told.length, 2);
  for (const document of told) {
    const { misses } = tallyOf("event", document);
    assert.deepEqual(misses, [], document.doc);
  }
});

test("score: a fallen figure is named, one that rose or has no accepted figure is not", () => {
  const row = {
    kind: "time",
    doc: "101",
    gold: 10,
    strict: 0.9,
    precision: 1,
    recall: 0.8,
    lenient: 0.9,
    joint: 0.8,
  } as const;
  const accepted = acceptedFigures(tableText([row]));
  assert.deepEqual(dropsIn([row, { ...row, doc: "102", joint: 0 }], accepted), []);
  assert.deepEqual(dropsIn([{ ...row, strict: 1, joint: 0.7 }], accepted), [
    "time of 101: joint 0.700, accepted was 0.800",
  ]);
  assert.throws(() => acceptedFigures("doc\tkind"), /expected "kind\tdoc/u);
});

test("score: pairs are one to one and as many as can be", () => {
  const weights = [
    [5, 4],
    [4, 0],
  ];
  const reach = (): readonly number[] => [0, 1];
  const pairs = bestPairs(2, reach, (i, j) => weights[i]?.[j] ?? 0);
  assert.deepEqual(
    pairs.toSorted(([a], [b]) => a - b),
    [
      [0, 1],
      [1, 0],
    ],
  );
  assert.deepEqual(
    bestPairs(
      1,
      () => [],
      () => 1,
    ),
    [],
  );
});

test("score: optional records and neutral zones cost nothing, what stands beside them does", () => {
  const at = (start: number, end: number): { start: number; end: number } => ({ start, end });
  const day = {
    date_start: "2014-02-26",
    date_end: "2014-02-26",
    precision: "day",
    class: "explicit",
    time_type: "interval",
  };
  const gold: readonly GoldRecord[] = [
    { type: "time", ...at(0, 10), ...day },
    { type: "time", ...at(20, 30), ...day, optional: true },
  ];
  const read = [at(0, 10), at(20, 29), at(41, 45), at(60, 65)].map((span) => ({
    doc: "101_x",
    type: "time",
    text: "",
    ...span,
    ...day,
  }));
  const zones = [{ ...at(40, 50), kinds: ["time"] }];
  const document: GoldDocument = {
    doc: "101",
    text: " ".repeat(80),
    kinds: ["time"],
    gold,
    zones,
    read,
    heldOut: false,
  };
  const { tally, misses } = tallyOf("time", document);
  assert.deepEqual([tally.expected, tally.read, tally.strict, tally.right], [1, 2, 1, 1]);
  assert.deepEqual(
    misses.map(({ fault, note }) => [fault, note]),
    [["spurious", "60"]],
  );
  assert.equal(rowOf("time", "101", sumOf([tally, tally])).joint, 4 / 6);
});

const absent = existsSync(scorer) ? false : "the shared scorer is not beside this copy";
test("score: the figures are those of the shared scorer", { skip: absent }, async () => {
  const { documents } = await goldDocuments(root, await readLexicon(ownFolders(root)));
  const folder = mkdtempSync(join(tmpdir(), "qipan-score-"));
  try {
    const theirs = sharedScores(folder, documents);
    for (const kind of sharedKinds) {
      for (const document of documents.filter(({ kinds }) => kinds.includes(kind))) {
        const ours = rowOf(kind, document.doc, tallyOf(kind, document).tally);
        const { strict, lenient, joint } = theirs[kind]?.[document.doc] ?? assert.fail(`${kind} ${document.doc}`);
        assert.deepEqual(
          [ours.strict, ours.lenient, ours.joint].map(rounded),
          [strict.f1, lenient.f1, joint.f1].map(rounded),
          `${kind} of ${document.doc}`,
        );
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const rounded = (figure: number | null): number | null => (figure === null ? null : Math.round(figure * 1e6) / 1e6);
const sharedKinds = ["time", "quantity", "measurement", "commitment", "achievement", "event", "title"] as const;

type Figures = Readonly<Record<"strict" | "lenient" | "joint", { readonly f1: number | null }>>;

function sharedScores(
  folder: string,
  documents: readonly GoldDocument[],
): Readonly<Record<string, Readonly<Record<string, Figures>>>> {
  const lines = (rows: readonly object[]): string => rows.map((row) => `${JSON.stringify(row)}\n`).join("");
  mkdirSync(join(folder, "gold"));
  for (const { doc, text } of documents) writeFileSync(join(folder, `${doc}.txt`), text);
  for (const kind of sharedKinds)
    writeFileSync(join(folder, "gold", `${kind}.jsonl`), lines(goldRows(documents, kind)));
  writeFileSync(join(folder, "gold/docs.jsonl"), lines(documents.map(docRow)));
  const zones = documents.flatMap(({ doc, zones }) =>
    zones.flatMap(({ kinds, start, end }) => kinds.map((kind) => ({ doc, kind, start, end }))),
  );
  writeFileSync(join(folder, "gold/zones.jsonl"), lines(zones));
  writeFileSync(join(folder, "read.jsonl"), lines(documents.flatMap(({ read }) => read)));
  const run = spawnSync(
    process.execPath,
    [scorer, folder, join(folder, "gold"), join(folder, "read.jsonl"), "--json"],
    {
      encoding: "utf8",
      maxBuffer: 1e8,
    },
  );
  assert.equal(run.status, 0, run.stderr);
  return (JSON.parse(run.stdout) as { scores: Record<string, Record<string, Figures>> }).scores; // the scorer's form
}

function goldRows(documents: readonly GoldDocument[], kind: ScoredKind): readonly object[] {
  return documents.flatMap(({ doc, text, gold }) =>
    gold
      .filter(({ type }) => type === kind)
      .map((record, index) => ({
        id: `${kind}-${doc}-${index}`,
        ...record,
        doc,
        text: text.slice(record.start, record.end),
      })),
  );
}

function docRow({ doc, text, kinds }: GoldDocument): object {
  const sha256 = createHash("sha256").update(text).digest("hex");
  const scope = Object.fromEntries(sharedKinds.map((kind) => [kind, kinds.includes(kind) ? [[0, text.length]] : []]));
  return { doc, file: `${doc}.txt`, sha256, scope };
}
