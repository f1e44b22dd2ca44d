import type { EventFields } from "../records/event.ts";
import { type Ground, groundOf } from "../records/ground.ts";

/** 可比之事. What of an event can be compared: its days and the words that describe it. */
export interface Happening {
  readonly dateStart: string | null;
  readonly dateEnd: string | null;
  readonly words: string;
}

/** 相似. How alike two happenings are, from 0 to 1, and why. */
export interface Likeness {
  readonly likeness: number;
  readonly why: Ground;
}

/** 条目的可比面. The comparable side of an event entry. */
export function happeningOf(fields: EventFields): Happening {
  return { dateStart: fields.dateStart, dateEnd: fields.dateEnd, words: fields.title };
}

/**
 * 同一性. Compares two happenings by their days and by the character pairs of the shorter text that the longer one also
 * has. Days that do not touch make them different, whatever the words. Method: bigram overlap coefficient.
 */
export function likenessOf(a: Happening, b: Happening): Likeness {
  const days = dayFit(a, b);
  if (days === 0) return { likeness: 0, why: groundOf("dates-touch", { share: 0 }) };
  const words = overlap(pairs(a.words), pairs(b.words));
  return {
    likeness: round(days * words),
    why: groundOf(days === 1 ? "same-dates" : "dates-touch", { share: words }),
  };
}

/** 1 for the same interval, less for intervals that only touch, 0 for those that do not or are not dated. */
function dayFit(a: Happening, b: Happening): number {
  if (!a.dateStart || !a.dateEnd || !b.dateStart || !b.dateEnd) return 0;
  if (a.dateStart === b.dateStart && a.dateEnd === b.dateEnd) return 1;
  return a.dateStart <= b.dateEnd && b.dateStart <= a.dateEnd ? 0.6 : 0;
}

/** Character pairs of a text, letters and digits only, so that marks and spaces do not count. */
function pairs(text: string): ReadonlySet<string> {
  const letters = Array.from(text.toLowerCase()).filter((character) => /[\p{L}\p{N}]/u.test(character));
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [smaller, larger] = a.size < b.size ? [a, b] : [b, a];
  if (smaller.size === 0) return 0;
  const shared = [...smaller].filter((pair) => larger.has(pair)).length;
  return shared / smaller.size;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
