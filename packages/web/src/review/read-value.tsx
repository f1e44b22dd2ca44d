import type { ReadChange, ReadValue } from "@qipan/policy/records/reading-fields";
import { rangeOf, type TypedValue, valueOf } from "@qipan/policy/records/value";
import type { ReactElement } from "react";
import { signed } from "../format/number.ts";
import { unitText } from "../format/value.ts";
import { IntervalValue } from "../parts/interval-value.tsx";
import { langOf } from "../words/language.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const qualifiers = {
  "=": "exact",
  "~": "about",
  ">": "over",
  ">=": "at-least",
  "<": "under",
  "<=": "at-most",
} as const;

/** 读到的数. A number as the sentence writes it, with its whisker, word and unit; large ones in 万 and 亿. */
export function ReadNumber({ of }: { readonly of: ReadValue }): ReactElement {
  const { parts, review } = useWords();
  const scale = scaleOf([of.value, of.low, of.high]);
  const value = typed(of, factors[scale]);
  if (!value) return <span className="absent">{parts.notStated}</span>;
  return (
    <>
      <IntervalValue value={value} />{" "}
      <span className="small">
        {review.scales[scale]}
        <Unit of={of.unit} />
      </span>
    </>
  );
}

const factors = { one: 1, tenThousand: 1e4, hundredMillion: 1e8 } as const;

/** The scale in which a number is read at a glance; readings carry it multiplied out. */
function scaleOf(numbers: readonly (number | null)[]): keyof typeof factors {
  const size = Math.max(...numbers.map((n) => Math.abs(n ?? 0)));
  if (size >= factors.hundredMillion) return "hundredMillion";
  return size >= 100 * factors.tenThousand ? "tenThousand" : "one";
}

/** 差额. A difference with its sign, scale and unit: +1,300家. */
export function ReadAmount({ amount, unit }: { readonly amount: number; readonly unit: string | null }): ReactElement {
  const { review } = useWords();
  const language = useLanguage();
  const scale = scaleOf([amount]);
  return (
    <span className="nb">
      {signed(Number((amount / factors[scale]).toPrecision(12)))}
      {language === "en" ? " " : null}
      {review.scales[scale]}
      <Unit of={unit} />
    </span>
  );
}

/** A unit in the words of the page; a counter that has none there is marked as Chinese. */
function Unit({ of }: { readonly of: string | null }): ReactElement | null {
  const { terms } = useWords();
  const language = useLanguage();
  if (of === null) return null;
  const text = unitText(of, terms);
  return <span lang={langOf(text, language)}>{text}</span>;
}

/** 变化. Direction and amount of a change that stands beside a level. */
export function ReadDifference({ of }: { readonly of: ReadChange }): ReactElement {
  const { review } = useWords();
  return (
    <>
      {of.direction === "up" ? review.up : review.down}{" "}
      {of.amount === null ? null : <IntervalValue value={valueOf(of.amount, qualifiers[of.comparator])} />}{" "}
      <span className="small">
        <Unit of={of.unit} />
      </span>
    </>
  );
}

function typed({ value, low, high, comparator }: ReadValue, factor: number): TypedValue | null {
  if (value !== null) return valueOf(value / factor, qualifiers[comparator]);
  if (low !== null && high !== null && low <= high) return rangeOf(low / factor, high / factor);
  return null;
}
