import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type OutputRecord, toRecord } from "@qipan/policy/extraction/record";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import { takeOut } from "../../packages/server/src/ingest/take-out.ts";

/** 评分之类. Kinds of record that gold is made for, in the order of the table. */
export const scoredKinds = [
  "time",
  "quantity",
  "title",
  "region",
  "organisation",
  "measurement",
  "commitment",
  "achievement",
  "event",
] as const;
export type ScoredKind = (typeof scoredKinds)[number];

/** Offsets in UTF-16 units of the text that is taken out of a document's file. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** 金标. One reading that a careful reader finds; `optional` ones cost nothing either way. */
export interface GoldRecord extends Stretch {
  readonly type: ScoredKind;
  readonly optional?: true;
  readonly alt_spans?: readonly Stretch[];
  readonly ok?: Readonly<Record<string, readonly unknown[]>>;
  readonly [field: string]: unknown;
}

/** 中性区. A stretch in which nothing of these kinds counts: a table of contents, a passage printed twice. */
export interface Zone extends Stretch {
  readonly kinds: readonly string[];
}

/** 已评文件. A document with what is expected of it and what was read. */
export interface GoldDocument {
  readonly doc: string;
  readonly text: string;
  readonly kinds: readonly ScoredKind[];
  readonly gold: readonly GoldRecord[];
  readonly zones: readonly Zone[];
  readonly read: readonly OutputRecord[];
  /** Kept untouched while rules are made: says how reading does on what nobody looked at. */
  readonly heldOut: boolean;
}

interface GoldFolder {
  readonly documents: string;
  readonly expected: string;
}

const foldersIn = (root: string): readonly GoldFolder[] => [
  { documents: join(root, "corpus"), expected: join(root, "corpus/expected") },
  { documents: join(root, "corpus/reading"), expected: join(root, "corpus/reading/expected") },
  { documents: join(root, "../shared/seeds"), expected: join(root, "corpus/expected/seeds") },
];

/**
 * 装金标. Every document that has gold and whose file is here, read with the given lexicon; in the order of their numbers.
 * Documents that are not ours are left out where their files are not: `missing` names them.
 */
export async function goldDocuments(
  root: string,
  lexicon: Lexicon,
): Promise<{ readonly documents: readonly GoldDocument[]; readonly missing: readonly string[] }> {
  const heldOut = new Set(lines(join(root, "corpus/reading/held-out.txt")));
  const documents: GoldDocument[] = [];
  const missing: string[] = [];
  for (const { documents: folder, expected } of foldersIn(root)) {
    for (const file of namesIn(expected).filter((name) => name.endsWith(".jsonl"))) {
      const stem = file.replace(/\.jsonl$/u, "");
      const name = namesIn(folder).find((candidate) => candidate.startsWith(`${stem}.`));
      if (name === undefined) missing.push(stem.slice(0, 3));
      else documents.push(await readOne({ path: join(folder, name), gold: join(expected, file), heldOut }, lexicon));
    }
  }
  return { documents: documents.toSorted((a, b) => (a.doc < b.doc ? -1 : 1)), missing };
}

const namesIn = (folder: string): readonly string[] => (existsSync(folder) ? readdirSync(folder).toSorted() : []);
const lines = (path: string): readonly string[] => (existsSync(path) ? readFileSync(path, "utf8").split(/\s+/u) : []);

interface Source {
  readonly path: string;
  readonly gold: string;
  readonly heldOut: ReadonlySet<string>;
}

async function readOne({ path, gold, heldOut }: Source, lexicon: Lexicon): Promise<GoldDocument> {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const { result } = await takeOut({ doc: name, date: undefined, bytes: readFileSync(path) }, lexicon);
  const rows = readFileSync(gold, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldRecord | (Zone & { type: "zone" })); // built by corpus/make/make-expected.ts
  const records = rows.filter((row): row is GoldRecord => row.type !== "zone");
  const written = new Set(records.map(({ type }) => type));
  return {
    doc: name.slice(0, 3),
    text: result.text,
    kinds: scoredKinds.filter((kind) => written.has(kind) || (written.size > 1 && !isOurs(kind))),
    gold: records,
    zones: rows.filter((row): row is Zone & { type: "zone" } => row.type === "zone"),
    read: [...result.mentions, ...result.readings].map((found) => toRecord(name, found)),
    heldOut: heldOut.has(name.slice(0, 3)),
  };
}

/** Kinds of our own guide: a document without any such record was not annotated for them. */
const isOurs = (kind: ScoredKind): boolean => kind === "region" || kind === "organisation";
