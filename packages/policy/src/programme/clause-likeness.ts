import type { Clause } from "../records/clause.ts";

/** 拟对应. A likely pair of clauses, `likeness` from 0 to 1. */
export interface LikelyPair {
  readonly lower: Clause;
  readonly upper: Clause;
  readonly likeness: number;
}

/** Below this two clauses share no more than the common words of the genre. */
const LEAST = 0.22;
/** Words of the heading say more than those below it. */
const HEADING_SHARE = 0.6;

/**
 * 条款相似. For each clause of the lower document the clause of the upper one that it most likely serves, likeliest first:
 * cosine of pairs of characters weighted by how rare they are in both documents (tf·idf; Manning and others, Introduction
 * to Information Retrieval, 6.3), headings apart from text. Nothing is likely where no clause shares rare words.
 */
export function likelyPairs(lower: readonly Clause[], upper: readonly Clause[]): readonly LikelyPair[] {
  const rarity = rarityIn([...lower, ...upper]);
  const below = lower.filter(isNamed).map((clause) => weighed(clause, rarity));
  const above = upper.filter(isNamed).map((clause) => weighed(clause, rarity));
  const pairs = below.flatMap((one) => {
    const [best] = above
      .map((other) => ({ lower: one.clause, upper: other.clause, likeness: likenessOf(one, other) }))
      .sort((a, b) => b.likeness - a.likeness);
    return best && best.likeness >= LEAST ? [best] : [];
  });
  return pairs.sort((a, b) => b.likeness - a.likeness);
}

/** The text before the first heading is no clause that serves or is served. */
function isNamed({ path, title }: Clause): boolean {
  return path !== "0" && title !== "";
}

type Weights = ReadonlyMap<string, number>;

interface Weighed {
  readonly clause: Clause;
  readonly heading: Weights;
  readonly text: Weights;
}

function weighed(clause: Clause, rarity: Weights): Weighed {
  return { clause, heading: weights(clause.title, rarity), text: weights(clause.text, rarity) };
}

function likenessOf(a: Weighed, b: Weighed): number {
  const likeness = HEADING_SHARE * cosine(a.heading, b.heading) + (1 - HEADING_SHARE) * cosine(a.text, b.text);
  return Math.round(likeness * 1000) / 1000;
}

/** Unit vector: weight of each pair of characters. */
function weights(words: string, rarity: Weights): Weights {
  const counts = new Map<string, number>();
  for (const pair of pairsOf(words)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const raw = [...counts].map(([pair, count]) => [pair, (1 + Math.log(count)) * (rarity.get(pair) ?? 0)] as const);
  const length = Math.hypot(...raw.map(([, weight]) => weight));
  return new Map(length === 0 ? [] : raw.map(([pair, weight]) => [pair, weight / length]));
}

function cosine(a: Weights, b: Weights): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [pair, weight] of small) sum += weight * (large.get(pair) ?? 0);
  return sum;
}

/** How rare a pair is: 0 where every clause has it. */
function rarityIn(clauses: readonly Clause[]): Weights {
  const counts = new Map<string, number>();
  for (const { title, text } of clauses)
    for (const pair of new Set(pairsOf(`${title}\n${text}`))) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return new Map([...counts].map(([pair, count]) => [pair, Math.log(1 + clauses.length / count) - Math.log(2)]));
}

function pairsOf(words: string): readonly string[] {
  const letters = words.replaceAll(/[^\p{L}\p{N}]/gu, " ");
  return Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)).filter(
    (pair) => !pair.includes(" "),
  );
}
