import type { ReactElement } from "react";
import { useWords } from "../words/use-words.ts";
import type { Words } from "../words/zh.ts";

/**
 * 日期与精度. A date as far as it is known: `2018-12-31`, `2018-12`^月, `2018`^年, a span of days 2018-02-25—26. An implied
 * one is underlined by dashes with the words it came from beside it.
 */
export function DateWithPrecision(props: {
  readonly start: string;
  readonly end?: string | null;
  readonly precision?: keyof Words["terms"]["precisions"] | null;
  readonly implied?: string | undefined;
}): ReactElement {
  const { terms, parts } = useWords();
  const precision = props.precision ?? precisionOf(props.start);
  const text = written(props.start, props.end ?? null, precision);
  return (
    <span className="dt">
      <time dateTime={dateTimeOf(text, props.start)} className={props.implied ? "implied" : undefined}>
        {text}
      </time>
      {precision === "day" ? null : <sup>{terms.precisions[precision]}</sup>}
      {props.implied ? (
        <>
          <span className="vh"> {parts.implied}</span> <span className="t3 small">{props.implied}</span>
        </>
      ) : null}
    </span>
  );
}

function precisionOf(text: string): "year" | "month" | "day" {
  return text.length === 4 ? "year" : text.length === 7 ? "month" : "day";
}

function written(start: string, end: string | null, precision: string): string {
  if (precision === "year") return start.slice(0, 4);
  if (precision === "month") return start.slice(0, 7);
  if (!end || end === start) return start;
  if (precision === "day" && end.slice(0, 7) === start.slice(0, 7)) return `${start}—${end.slice(8)}`;
  if (precision === "multi-year") return `${start.slice(0, 4)}—${end.slice(0, 4)}`;
  return precision === "day" ? `${start}—${end}` : `${start.slice(0, 7)}—${end.slice(0, 7)}`;
}

function dateTimeOf(text: string, start: string): string {
  return text.includes("—") ? start : text;
}
