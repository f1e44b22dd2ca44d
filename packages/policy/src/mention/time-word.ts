import type { DateMention } from "../records/mention.ts";
import type { Cells } from "./word-rows.ts";

/**
 * 时间词义. What a word of time-words.tsv means: a stretch of time (`unit`), counted from the document's own day, from the
 * time the text speaks of, or repeating the last date (`from`), `by` so many units; a part of a year in months or of a
 * month in days from `first` to `last`, a feast of month `first` and day `last`. `notAfter` and `notBefore` are the neighbours that make it another word.
 */
export interface TimeMeaning {
  readonly unit:
    | "year"
    | "quarter"
    | "month"
    | "week"
    | "day"
    | "part"
    | "days"
    | "vague"
    | "length"
    | "set"
    | "then"
    | "feast";
  readonly from: "document" | "text" | "same";
  readonly by: number;
  readonly first: number;
  readonly last: number;
  readonly type: DateMention["timeType"];
  readonly notAfter: string;
  readonly notBefore: string;
}

const units = [
  "year",
  "quarter",
  "month",
  "week",
  "day",
  "part",
  "days",
  "vague",
  "length",
  "set",
  "then",
  "feast",
] as const;
const types: readonly DateMention["timeType"][] = ["interval", "deadline", "since", "as-of", "duration", "set"];

/** 读词义. Reads `year:0`, `year:text-1`, `month:same`, `part:1-6`, `days:1-10`, `vague:since`, `set`; throws on another. */
export function timeMeaning(cells: Cells): TimeMeaning {
  const meaning = cells.take("meaning");
  const [name = "", what = ""] = meaning.split(":");
  const unit = units.find((one) => one === name);
  const type = types.find((one) => one === what) ?? (name === "set" ? "set" : "interval");
  const from = what === "same" ? "same" : what.startsWith("text") ? "text" : "document";
  const [first = 0, last = 0] =
    unit === "part" || unit === "days" || unit === "feast" ? what.split("-").map(Number) : [];
  const by = Number(/[+-]?\d+$/u.exec(what)?.[0] ?? 0);
  if (!unit) cells.refuse("meaning", `one of ${units.join(", ")}`);
  const side = (column: string): string => (cells.take(column) === "-" ? "" : cells.take(column));
  return {
    unit: unit ?? "vague",
    from,
    by,
    first,
    last,
    type,
    notAfter: side("not_after"),
    notBefore: side("not_before"),
  };
}
