import type { Mention } from "../records/mention.ts";
import type { Reading } from "../records/reading.ts";
import { type Refusal, refusalReasons } from "../records/refusal.ts";
import { charClass, classOf } from "../text/char-class.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { ReadResult } from "./read.ts";

/**
 * 讲解. Text of `qipan read --explain`: each sentence that something was found in, carets below every span, the recogniser,
 * what it leaned on and the refinements; dots below what was left, and why, where that was traced. Marks count a Han
 * character as two columns. Empty when nothing was found.
 */
export function explain({ text, sentences, mentions, readings, refusals }: ReadResult): string {
  const blocks: string[] = [];
  const byAddress = grouped(mentions, ({ address }) => address);
  const byFirst = grouped(readings, ({ spans }) => spans[0]?.address ?? "");
  const left = grouped(refusals, ({ address }) => address);
  for (const sentence of sentences) {
    const found = byAddress.get(sentence.address) ?? [];
    const read = byFirst.get(sentence.address) ?? [];
    const refused = left.get(sentence.address) ?? [];
    if (found.length + read.length + refused.length === 0) continue;
    const shown = oneLine(text.slice(sentence.start, sentence.end));
    const notes = [
      ...found.flatMap((mention) => [marks(shown, shift(mention, sentence), "^"), mentionNote(mention)]),
      ...read.flatMap((reading) => [
        marks(shown, shift(reading.spans[0] ?? sentence, sentence), "^"),
        readingNote(reading),
      ]),
      ...refused.flatMap((refusal) => [marks(shown, shift(refusal, sentence), "·"), refusalNote(refusal)]),
    ];
    blocks.push([`${sentence.address} ${headingNote(sentence.headings)}`.trimEnd(), shown, ...notes].join("\n"));
  }
  return blocks.join("\n\n");
}

/** Items by key, in their order. */
function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

const oneLine = (text: string): string => text.replaceAll(/[\r\n\t\f\v]/gu, " ");

const headingNote = (headings: ReadResult["sentences"][number]["headings"]): string =>
  headings.length > 0 ? `[${headings.map(({ text }) => text).join(" › ")}]` : "";

function shift(span: Span, sentence: Span): Span {
  if (!overlaps(span, sentence)) return { start: 0, end: 0 };
  return { start: Math.max(0, span.start - sentence.start), end: Math.min(sentence.end, span.end) - sentence.start };
}

/** Marks in the columns that a part of a line takes. */
function marks(line: string, { start, end }: Span, mark: "^" | "·"): string {
  return " ".repeat(columns(line, 0, start)) + mark.repeat(columns(line, start, end));
}

function refusalNote({ by, reason }: Refusal): string {
  return `  ${by} left it: ${refusalReasons[reason].en} (${reason})`;
}

/** Columns that a terminal gives to part of a line: two for Han and full-width characters, one for others. */
function columns(line: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) count += isWide(line.charCodeAt(at)) ? 2 : 1;
  return count;
}

function isWide(code: number): boolean {
  if (classOf(code) & charClass.han) return true;
  return (
    (code >= 0x2e80 && code <= 0x303f) ||
    (code >= 0xff01 && code <= 0xff60) ||
    (code >= 0x2018 && code <= 0x201d) ||
    code === 0x2014
  );
}

function mentionNote(mention: Mention): string {
  const leans = mention.leansOn.map(({ on, text }) => `${on} ${text}`).join(", ");
  return `  ${mention.recogniser}: ${meaningOf(mention)}${leans ? ` (leans on ${leans})` : ""}`;
}

function meaningOf(mention: Mention): string {
  switch (mention.kind) {
    case "date":
      return `${mention.dateStart ?? "…"} – ${mention.dateEnd ?? "…"} ${mention.timeType} ${mention.class}`;
    case "quantity":
      return `${mention.comparator} ${mention.value ?? `${mention.low}–${mention.high}`} ${mention.unit ?? ""} ${mention.polarity} ${mention.role ?? ""}`.trimEnd();
    case "title":
      return `${mention.class} ${mention.name}`;
    case "region":
      return mention.codes.join(",");
    case "organisation":
      return `${mention.class} ${mention.name}`;
  }
}

function readingNote(reading: Reading): string {
  const { spans: _spans, diagnostics, refinements, certainty, type, recogniser, key, ...fields } = reading;
  const parts = Object.entries(fields).map(
    ([name, value]) => `${name}${certainty[name] === "implied" ? "?" : ""}=${JSON.stringify(value)}`,
  );
  const warnings = diagnostics.map(({ code, message }) => `\n    ! ${code}: ${message}`).join("");
  const passes = refinements.length > 0 ? `\n    refined by ${refinements.join(", ")}` : "";
  return `  ${recogniser} → ${type} ${key}\n    ${parts.join(" ")}${passes}${warnings}`;
}
