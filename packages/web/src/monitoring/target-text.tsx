import type { Verdict } from "@qipan/server/contract/observations";
import type { ReactElement } from "react";
import { fieldsOf } from "../fields-of.ts";
import { dueText } from "../format/due.ts";
import { numeral } from "../format/number.ts";
import { placeText } from "../format/place.ts";
import { IntervalValue } from "../parts/interval-value.tsx";
import { VerdictMark } from "../parts/verdict-mark.tsx";
import { useLanguage, useWords } from "../words/use-words.ts";

/** 目标简写. `京 ≤ 2,300，2020年底`. */
export function TargetText({ of }: { readonly of: Verdict }): ReactElement {
  const { terms } = useWords();
  const language = useLanguage();
  const { region, comparator, value, due } = fieldsOf(of.target, "target");
  const short: Readonly<Record<string, string>> = terms.places;
  const place = short[region] ?? placeText(region, { language, terms });
  const comma = language === "zh" ? "，" : ", ";
  return (
    <>
      {place} {terms.comparators[comparator]} {numeral(value)}
      {due ? `${comma}${dueText(due, language)}` : null}
    </>
  );
}

/** 判定简写. The verdict; one that cannot be told for want of a value names the year that is missing. */
export function VerdictShort({ of }: { readonly of: Verdict }): ReactElement {
  const { parts } = useWords();
  const { due } = fieldsOf(of.target, "target");
  if (of.missing === null) return <VerdictMark outcome={of.outcome} />;
  return (
    <VerdictMark outcome={of.outcome}>
      {of.missing === "no-value" && due ? parts.missing(due.slice(0, 4)) : parts.missings[of.missing]}
    </VerdictMark>
  );
}

/** 算式. The shortest arithmetic that decides, `2,189 ≤ 2,300，余 111`; nothing where no value was compared. */
export function Arithmetic({ of }: { readonly of: Verdict }): ReactElement | null {
  const { parts, terms } = useWords();
  const comma = useLanguage() === "zh" ? "，" : ", ";
  if (!of.observation || of.missing === "other-unit") return null;
  const { comparator, value } = fieldsOf(of.target, "target");
  const { nominal, qualifier } = of.observation.value;
  const away = numeral(Number(Math.abs(value - nominal).toPrecision(8)));
  const decided = of.outcome !== "cannot-tell" && qualifier === "exact" && comparator !== "=";
  return (
    <span className="arithmetic">
      <IntervalValue value={of.observation.value} />{" "}
      {of.outcome === "not-met" ? opposite[comparator] : terms.comparators[comparator]} {numeral(value)}
      {decided && nominal !== value ? `${comma}${of.outcome === "met" ? parts.margin(away) : parts.short(away)}` : null}
    </span>
  );
}

const opposite = { "<=": ">", ">=": "<", "=": "≠" } as const;
