import type { SourceMark } from "../../records/source-text.ts";
import type { Line } from "../lines.ts";
import { endsThought } from "./line-words.ts";

/**
 * 依标. Writes into the lines what the file says of them: rows, headings, furniture, captions, side pieces, paragraphs of
 * their own, boxes on the page. Paragraphs are not believed where they are evidently printed lines. Linear in lines and
 * marks; without marks nothing happens.
 */
export function placeMarks(text: string, lines: readonly Line[], marks: readonly SourceMark[]): void {
  if (marks.length === 0) return;
  const believed = paragraphsAreReal(text, marks);
  let from = 0;
  for (const mark of marks) {
    if (mark.kind === "page" || (mark.kind === "paragraph" && !believed)) continue;
    while (from < lines.length && (lines[from]?.end ?? 0) <= mark.start && lines[from] !== undefined) from += 1;
    place(lines, from, mark);
  }
}

function place(lines: readonly Line[], from: number, mark: Exclude<SourceMark, { kind: "page" }>): void {
  let first = true;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || line.start >= mark.end) return;
    if (line.kind === "blank" || line.start < mark.start) continue;
    if (mark.kind === "line") line.box = { page: mark.page, box: mark.box };
    else become(line, mark, first);
    first = false;
  }
}

const kindOf = {
  paragraph: "text",
  heading: "heading",
  row: "row",
  furniture: "furniture",
  caption: "caption",
  note: "aside",
  aside: "aside",
} as const;

function become(line: Line, mark: Exclude<SourceMark, { kind: "page" | "line" }>, first: boolean): void {
  line.kind = kindOf[mark.kind];
  line.mark = mark;
  line.begins = first;
  line.joins = !first;
  line.settled = true;
  if (mark.kind === "heading") line.level = mark.level;
}

/** Fewer paragraphs than this are not judged by their ends. */
const JUDGED = 8;

/** False where most paragraphs stop inside a sentence at nearly the same width: a converter took each line for one. */
function paragraphsAreReal(text: string, marks: readonly SourceMark[]): boolean {
  const open: number[] = [];
  let all = 0;
  for (const { kind, start, end } of marks) {
    if (kind !== "paragraph") continue;
    const words = text.slice(start, end).trim();
    if (words === "") continue;
    all += 1;
    if (!endsThought(words)) open.push(words.length);
  }
  if (open.length < JUDGED || open.length < all * 0.5) return true;
  const middle = open.toSorted((a, b) => a - b)[open.length >> 1] ?? 0;
  const alike = open.filter((width) => Math.abs(width - middle) <= Math.max(2, middle * 0.12)).length;
  return middle < 10 || alike < open.length * 0.6;
}
