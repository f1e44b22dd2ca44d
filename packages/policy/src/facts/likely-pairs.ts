import type { Statement } from "../records/statement.ts";
import { type Concepts, conceptWords } from "./concepts.ts";

/** 疑同一对. Two statements whose words speak of one thing, by their places in the list. */
export interface StatementPair {
  readonly a: number;
  readonly b: number;
  readonly likeness: number;
}

/** Share of the rarer words of the shorter statement that the longer one must have. */
const LEAST = 0.5;
/** Fewer common pairs of characters than this are chance. */
const FEWEST = 3;
/** Words that more statements than this share tell nothing apart. */
const COMMON = 60;

type Weights = ReadonlyMap<string, number>;

/**
 * 疑同陈述. Pairs of statements that may be of one fact: overlap of the pairs of characters of their words, weighed by how rare
 * each is among all (tf·idf; Manning and others, Introduction to Information Retrieval, 6.2), synonyms brought together.
 * Only statements that share a rare pair are compared, so the work grows with what is alike, not with the square.
 */
export function likelyPairs(
  statements: readonly Statement[],
  concepts: Concepts,
  mayPair: (a: Statement, b: Statement) => boolean,
): readonly StatementPair[] {
  const words = statements.map((one) => pairsOf(conceptWords(one.words, concepts)));
  const places = new Map<string, number[]>();
  for (const [index, own] of words.entries())
    for (const pair of own) {
      const known = places.get(pair);
      if (known) known.push(index);
      else places.set(pair, [index]);
    }
  const weights = words.map(
    (own): Weights => new Map([...own].map((pair) => [pair, rarity(places.get(pair)?.length ?? 1, statements.length)])),
  );
  const found: StatementPair[] = [];
  for (const [a, own] of weights.entries()) {
    for (const b of neighbours(a, own, places)) {
      const [one, other, theirs] = [statements[a], statements[b], weights[b]];
      if (!one || !other || !theirs || !mayPair(one, other)) continue;
      const likeness = overlap(own, theirs);
      if (likeness >= LEAST) found.push({ a, b, likeness });
    }
  }
  return found;
}

function neighbours(a: number, own: Weights, places: ReadonlyMap<string, readonly number[]>): ReadonlySet<number> {
  const near = new Set<number>();
  for (const pair of own.keys()) {
    const holders = places.get(pair) ?? [];
    if (holders.length > COMMON) continue;
    for (const b of holders) if (b > a) near.add(b);
  }
  return near;
}

/** Weighed share of the lighter side that both have. */
function overlap(a: Weights, b: Weights): number {
  const [light, heavy] = sumOf(a) <= sumOf(b) ? [a, b] : [b, a];
  let [shared, count] = [0, 0];
  for (const [pair, weight] of light) {
    if (!heavy.has(pair)) continue;
    shared += weight;
    count += 1;
  }
  const whole = sumOf(light);
  return whole === 0 || count < FEWEST ? 0 : shared / whole;
}

function sumOf(weights: Weights): number {
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return sum;
}

const rarity = (holders: number, all: number): number => Math.log(1 + all / holders);

function pairsOf(words: string): ReadonlySet<string> {
  const letters = words.replaceAll(/[^\p{L}\p{N}]/gu, "");
  const pairs = new Set<string>();
  for (let at = 1; at < letters.length; at += 1) pairs.add(letters.slice(at - 1, at + 1));
  return pairs;
}
