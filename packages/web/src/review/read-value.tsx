import type { ReadChange, ReadValue } from "@qipan/policy/records/reading-fields";
import { rangeOf, type TypedValue, valueOf } from "@qipan/policy/records/value";
import type { ReactElement } from "react";
import { unitText } from "../format/value.ts";
import { IntervalValue } from "../parts/interval-value.tsx";
import { useWords } from "../words/use-words.ts";

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
  const { parts, review, terms } = useWords();
  const scale = scaleOf(of);
  const value = typed(of, factors[scale]);
  if (!value) return <span className="absent">{parts.notStated}</span>;
  return (
    <>
      <IntervalValue value={value} />{" "}
      <span className="small">
        {review.scales[scale]}
        {of.unit === null ? "" : unitText(of.unit, terms)}
      </span>
    </>
  );
}

const factors = { one: 1, tenThousand: 1e4, hundredMillion: 1e8 } as const;

/** The scale in which a number is read at a glance; readings carry it multiplied out. */
function scaleOf({ value, low, high }: ReadValue): keyof typeof factors {
  const size = Math.max(...[value, low, high].map((n) => Math.abs(n ?? 0)));
  if (size >= factors.hundredMillion) return "hundredMillion";
  return size >= 100 * factors.tenThousand ? "tenThousand" : "one";
}

/** 变化. Direction and amount of a change that stands beside a level. */
export function ReadDifference({ of }: { readonly of: ReadChange }): ReactElement {
  const { review, terms } = useWords();
  return (
    <>
      {of.direction === "up" ? review.up : review.down}{" "}
      {of.amount === null ? null : <IntervalValue value={valueOf(of.amount, qualifiers[of.comparator])} />}{" "}
      {of.unit === null ? null : <span className="small">{unitText(of.unit, terms)}</span>}
    </>
  );
}

function typed({ value, low, high, comparator }: ReadValue, factor: number): TypedValue | null {
  if (value !== null) return valueOf(value / factor, qualifiers[comparator]);
  if (low !== null && high !== null && low <= high) return rangeOf(low / factor, high / factor);
  return null;
}
