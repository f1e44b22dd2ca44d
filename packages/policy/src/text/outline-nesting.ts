import { type MarkFamily, markFamilies, type OutlineMark } from "./outline-marks.ts";

/** 外于. Whether numbering of the one family stands outside numbering of the other. */
export type Outside = (one: MarkFamily, other: MarkFamily) => boolean;

/**
 * 序数套法. How the numberings of a document nest. Convention says which of two is the outer one, unless the document shows
 * the contrary: a sequence that goes on across another encloses it (第一条 一、二、第二条 一、), unless the other goes on
 * across it as well (articles counted through: 第一章 第一条 第二章 第二条).
 */
export function nestingOf(marks: readonly OutlineMark[]): Outside {
  const across = continuations(marks);
  const rank = new Map<MarkFamily, number>(markFamilies.map((family, index) => [family, index]));
  return (one, other) => {
    const conventional = (rank.get(one) ?? 0) < (rank.get(other) ?? 0);
    const [outer, inner] = conventional ? [one, other] : [other, one];
    const turned = count(across, inner, outer) > count(across, outer, inner);
    return one !== other && conventional !== turned;
  };
}

type Continuations = ReadonlyMap<string, number>;

const count = (across: Continuations, family: MarkFamily, over: MarkFamily): number =>
  across.get(`${family} ${over}`) ?? 0;

/** For each pair of families how often the one went on to its next number after a mark of the other. */
function continuations(marks: readonly OutlineMark[]): Continuations {
  const found = new Map<string, number>();
  const last = new Map<MarkFamily, { readonly at: number; readonly number: number }>();
  for (const [at, { family, number }] of marks.entries()) {
    const before = last.get(family);
    last.set(family, { at, number });
    if (before === undefined || number !== before.number + 1) continue;
    for (const [other, seen] of last) {
      if (other === family || seen.at < before.at) continue;
      found.set(`${family} ${other}`, (found.get(`${family} ${other}`) ?? 0) + 1);
    }
  }
  return found;
}
