import { type Happening, likenessOf } from "@qipan/policy/chronicle/likeness";
import type { Pair } from "@qipan/policy/chronicle/pairing";
import type { Ground } from "@qipan/policy/records/ground";

/** 待定之事. A happening that a document tells, under the name of its reading, in the order of the document. */
export interface Told {
  readonly reading: string;
  readonly happening: Happening;
}

/** 去向. What becomes of a reading: an entry that exists, the entry that another reading becomes, or an entry of its own. */
export type Fate =
  | { readonly reading: string; readonly becomes: "existing"; readonly entry: string; readonly why: Ground }
  | { readonly reading: string; readonly becomes: "same-as"; readonly first: string; readonly why: Ground }
  | { readonly reading: string; readonly becomes: "new" };

/** Share of common words from which two passages of one document are taken for one thing told twice. */
const sameWords = 0.8;

/** Shorter words than this say too little to be told twice: 会议召开 stands in many entries. */
const leastLetters = 10;

/**
 * 批量去向. Decides for every reading of a document what it becomes, so that nothing is an entry twice: `pairs` are merged
 * into the entry they name, each reading and each entry at most once; a passage that repeats another of the document goes
 * where that one goes; the rest become new. In the order given; no readings, no fates.
 */
export function planBatch(told: readonly Told[], pairs: readonly Pair<string, string>[]): readonly Fate[] {
  const paired = new Map(pairs.map((pair) => [pair.left, pair]));
  const fates: Fate[] = [];
  const firsts = told.filter(({ reading }) => paired.has(reading));
  for (const one of told) {
    const pair = paired.get(one.reading);
    const twin = pair ? undefined : twinOf(one, firsts);
    if (pair) fates.push({ reading: one.reading, becomes: "existing", entry: pair.right, why: pair.why });
    else if (twin) fates.push({ reading: one.reading, becomes: "same-as", ...twin });
    else {
      fates.push({ reading: one.reading, becomes: "new" });
      firsts.push(one);
    }
  }
  return fates;
}

/** The passage among `firsts` that says the same thing, and why; undefined when none does. */
function twinOf({ happening }: Told, firsts: readonly Told[]): { first: string; why: Ground } | undefined {
  if (happening.words.length < leastLetters) return undefined;
  for (const first of firsts) {
    if (first.happening.words.length < leastLetters || !touches(happening, first.happening)) continue;
    const { likeness, why } = likenessOf(sameDays(happening), sameDays(first.happening));
    if (likeness >= sameWords) return { first: first.reading, why: { ...why, code: "told-twice" } };
  }
  return undefined;
}

function touches(a: Happening, b: Happening): boolean {
  if (!a.dateStart || !a.dateEnd || !b.dateStart || !b.dateEnd) return false;
  return a.dateStart <= b.dateEnd && b.dateStart <= a.dateEnd;
}

/** The words alone: whether the days fit is known already. */
function sameDays({ words }: Happening): Happening {
  return { dateStart: "0001-01-01", dateEnd: "0001-01-01", words };
}
