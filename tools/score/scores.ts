import { ownFolders, readLexicon } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type GoldDocument, goldDocuments, scoredKinds, type ScoredKind } from "./gold.ts";
import { type ScoreRow, rowOf } from "./table.ts";
import { type Miss, sumOf, type Tally, tallyOf } from "./tally.ts";

/** 总评. Everything that a run of the scorer finds: a row for each kind and document, and for each kind the sums. */
export interface Scores {
  readonly rows: readonly ScoreRow[];
  readonly sums: ReadonlyMap<string, Tally>;
  /** Of the documents that are not held out: those are not to be looked into. */
  readonly misses: readonly Miss[];
  readonly missing: readonly string[];
}

/** Sums beside the single documents: all that rules were made with, and all that nobody looked at. */
const sets = [
  { doc: "all", has: ({ heldOut }: GoldDocument) => !heldOut },
  { doc: "held-out", has: ({ heldOut }: GoldDocument) => heldOut },
] as const;

/** 评分. Reads every document that has gold and scores it. Takes a second or two; changes nothing. */
export async function scoresOf(root: string): Promise<Scores> {
  const { documents, missing } = await goldDocuments(root, await readLexicon(ownFolders(root)));
  const misses: Miss[] = [];
  const sums = new Map<string, Tally>();
  const rows = scoredKinds.flatMap((kind) => {
    const scored = documents
      .filter(({ kinds }) => kinds.includes(kind))
      .map((document) => ({ document, ...tallyOf(kind, document) }));
    misses.push(...scored.flatMap((one) => (one.document.heldOut ? [] : one.misses)));
    const totals = sets.flatMap(({ doc, has }) => {
      const members = scored.filter(({ document }) => has(document)).map(({ tally }) => tally);
      if (members.length === 0) return [];
      const sum = sumOf(members);
      sums.set(sumKey(kind, doc), sum);
      return [rowOf(kind, doc, sum)];
    });
    return [...scored.map(({ document, tally }) => rowOf(kind, document.doc, tally)), ...totals];
  });
  return { rows, sums, misses, missing };
}

/** Key of `sums`: the kind and the set, `all` or `held-out`. */
export const sumKey = (kind: ScoredKind, set: "all" | "held-out"): string => `${kind} ${set}`;
