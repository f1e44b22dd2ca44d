import type { TypedValue } from "@qipan/policy/records/value";
import type { ReactElement } from "react";
import { numeral } from "../format/number.ts";
import { rangeText } from "../format/value.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

const bounded = "M1 3v6M19 3v6M1 6h18";
const upwards = "M1 3v6M1 6h17M14.5 2.8 18 6l-3.5 3.2";
const downwards = "M19 3v6M2 6h17M5.5 2.8 2 6l3.5 3.2";

/** From the written number to where the value may lie; a fall of 超60 points down from −60. Null for an exact value. */
function whiskerOf({ qualifier, nominal, low, high }: TypedValue): string | null {
  if (qualifier === "exact") return null;
  if (high === null) return upwards;
  if (low === null) return downwards;
  if (qualifier !== "under") return bounded;
  return nominal < 0 ? upwards : downwards;
}

/**
 * 约数. A number with its whisker before it and the written word: ├●┤ 约, ├→ 超 and 以上, ←┤ 近 and 以内, ├┤ from–to.
 * An exact value is bare.
 */
export function IntervalValue({ value }: { readonly value: TypedValue }): ReactElement {
  const { terms } = useWords();
  const english = useLanguage() === "en";
  const whisker = whiskerOf(value);
  if (!whisker) return <>{numeral(value.nominal)}</>;
  const word = terms.qualifiers[value.qualifier];
  const written = word ? <i>{word}</i> : null;
  return (
    <span className="iv">
      <svg
        width="20"
        height="12"
        viewBox="0 0 20 12"
        aria-hidden="true"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.1"
      >
        <path d={whisker} />
        {value.qualifier === "about" ? <circle cx="10" cy="6" r="2" fill="currentColor" stroke="none" /> : null}
      </svg>
      {english && written ? <>{written} </> : null}
      {value.qualifier === "range" ? rangeText(value) : numeral(value.nominal)}
      {english ? null : written}
    </span>
  );
}
