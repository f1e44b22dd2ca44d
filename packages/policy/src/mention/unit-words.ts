import { charClass, classOf, isAt } from "../text/char-class.ts";
import { readNumeral } from "../text/numeral.ts";
import type { Lexicon, UnitMeaning } from "./lexicon.ts";
import { type Word, wordAt } from "./word-table.ts";

/** 读到的单位. A unit as it stands after a number: its normal form, how many normal units one is, where it ends. */
export interface UnitRead {
  readonly unit: string;
  readonly factor: number;
  readonly kind: string;
  readonly end: number;
  /** The words of its first part, as written. */
  readonly written: string;
  /** Whether it is a classifier that only names when the number is in Han figures. */
  readonly weak: boolean;
}

type UnitLexicon = Pick<Lexicon, "units" | "classifiers">;

/**
 * 读单位. Reads the unit or classifier that begins at `at` and ends by `limit`, compound ones part by part: 元/千瓦时 is
 * CNY/kWh, 人/平方公里 人/km2, 吨标准煤/万元 tce/万元 (a scale below the line stays as written). Null when none begins there.
 */
export function unitAt(
  lexicon: UnitLexicon,
  text: string,
  { at, limit }: { at: number; limit: number },
): UnitRead | null {
  const first = partAt(lexicon, text, { at, limit });
  if (!first || first.end >= limit) return first;
  let whole = first;
  while (whole.end + 1 < limit && isPer(text, whole.end)) {
    const below = belowAt(lexicon, text, { at: whole.end + 1, limit });
    if (!below) break;
    whole = {
      ...whole,
      unit: `${whole.unit}/${below.unit}`,
      factor: whole.factor / below.factor,
      kind: "ratio",
      end: below.end,
      weak: false,
    };
  }
  return whole;
}

const SLASH = 47;
const WIDE_SLASH = 0xff0f;
const EVERY = 0x6bcf; // 每

/** / between two units, or 每 in 微克每立方米. */
function isPer(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SLASH || code === WIDE_SLASH || code === EVERY;
}

function partAt(
  { units, classifiers }: UnitLexicon,
  text: string,
  { at, limit }: { at: number; limit: number },
): UnitRead | null {
  const unit = wordAt(units, text, at, limit);
  const counter = wordAt(classifiers, text, at, limit);
  if (unit && unit.written.length >= (counter?.written.length ?? 0))
    return goesOnInLatin(text, at + unit.written.length, limit) ? null : ofUnit(unit, at);
  if (!counter) return null;
  const end = at + counter.written.length;
  const { notBefore, strength } = counter.value;
  if (notBefore !== "" && end < limit && notBefore.includes(text.charAt(end))) return unit ? ofUnit(unit, at) : null;
  return { unit: counter.written, factor: 1, kind: "count", end, written: counter.written, weak: strength === "name" };
}

/** 5m but not the 5m of 5max. */
const goesOnInLatin = (text: string, end: number, limit: number): boolean =>
  end < limit && isAt(text, end - 1, charClass.latin) && isAt(text, end, charClass.latin);

const ofUnit = ({ written, value }: Word<UnitMeaning>, at: number): UnitRead => ({
  unit: value.unit,
  factor: value.factor,
  kind: value.kind,
  end: at + written.length,
  written,
  weak: false,
});

/** The part below the line: 千瓦时, 万元, 100万人. Its scale stays as written. */
function belowAt(lexicon: UnitLexicon, text: string, { at, limit }: { at: number; limit: number }): UnitRead | null {
  const plain = partAt(lexicon, text, { at, limit });
  if (plain) return plain;
  const scaled = (classOf(text.charCodeAt(at)) & (charClass.hanScale | charClass.digit)) !== 0;
  const numeral = scaled ? readNumeral(text, at, Math.min(limit, at + 8)) : null;
  const start = numeral?.end ?? at;
  const part = partAt(lexicon, text, { at: start, limit });
  return part && numeral ? { ...part, unit: text.slice(at, part.end), factor: 1 } : part;
}
