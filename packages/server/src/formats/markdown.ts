import type { SourceMark } from "@qipan/policy/records/source-text";
import { outlineMark } from "@qipan/policy/text/outline-marks";
import { type LineShape, shapeOf } from "./markdown/line-shape.ts";
import { tableRow } from "./markdown/pipe-table.ts";
import type { FormatReader } from "./format-reader.ts";
import { textReader } from "./text.ts";

/**
 * 标记文本. Markdown (CommonMark with tables and front matter): the text stays the file as it stands, the marks say where
 * its headings, rows, quotations and paragraphs are. Lines that only draw (fences, rules, the line under a table's head) are
 * furniture, front matter and code too.
 */
export const markdownReader: FormatReader = {
  format: "markdown",
  read: async (name, bytes, limits) => {
    const source = await textReader.read(name, bytes, limits);
    return { ...source, format: "markdown", marks: marksOf(source.text) };
  },
};

/** A line of the file, its break outside. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Marking {
  readonly marks: SourceMark[];
  /** Paragraph or quotation that the next line may go on with. */
  open: { kind: "paragraph" | "aside"; start: number; end: number } | null;
  /** Line before, where that one was text. */
  before: string;
  fence: string | null;
  tables: number;
  row: number;
}

function marksOf(text: string): readonly SourceMark[] {
  const lines = linesOf(text);
  const marking: Marking = { marks: [], open: null, before: "", fence: null, tables: 0, row: 0 };
  let from = frontMatterEnd(lines);
  for (const line of lines.slice(0, from)) furniture(line, marking);
  for (; from < lines.length; from += 1) from += take(lines, from, marking);
  close(marking);
  return marking.marks;
}

/** Marks one line, or the two of an underlined heading; says how many more than one were taken. */
function take(lines: readonly Line[], at: number, marking: Marking): number {
  const line = lines[at];
  if (!line) return 0;
  if (marking.fence !== null) {
    if (line.text.trim().startsWith(marking.fence)) marking.fence = null;
    furniture(line, marking);
    return 0;
  }
  const shape = shapeOf(line.text, lines[at + 1]?.text ?? "", marking.row > 0, marking.open !== null);
  if (shape.kind !== "row" && shape.kind !== "rule") marking.row = 0;
  mark(line, shape, marking);
  if (shape.kind !== "underlined") return 0;
  const under = lines[at + 1];
  if (under) furniture(under, marking);
  return 1;
}

function mark(line: Line, shape: LineShape, marking: Marking): void {
  if (shape.kind === "text" || shape.kind === "quotation") {
    const kind = shape.kind === "text" ? "paragraph" : "aside";
    const goesOn = marking.open?.kind === kind && !shape.begins && !beginsAnew(line.text, marking.before);
    marking.before = line.text;
    if (goesOn && marking.open) marking.open.end = line.end;
    else open(line, kind, marking);
    return;
  }
  close(marking);
  const span = { start: line.start + (shape.kind === "blank" ? 0 : shape.indent), end: line.end };
  if (shape.kind === "heading" || shape.kind === "underlined")
    marking.marks.push({ kind: "heading", level: shape.level, ...span });
  else if (shape.kind === "row") row(line, marking);
  else if (shape.kind === "drawing") {
    furniture(line, marking);
    marking.fence = shape.fence;
  } else if (shape.kind === "rule") furniture(line, marking);
}

/** Markdown joins lines; people who write plans in it mean a paragraph by each, and it shows by these signs. */
const beginsAnew = (line: string, before: string): boolean =>
  /[。！？；：]\s*$/u.test(before) || line.startsWith("\u3000") || outlineMark(line.trimStart()) !== null;

function row(line: Line, marking: Marking): void {
  if (marking.row === 0) marking.tables += 1;
  marking.row += 1;
  const sheet = `表${marking.tables}`;
  const cells = tableRow(line.text, line.start, marking.row);
  const span = { start: line.start, end: line.end };
  marking.marks.push({ kind: "row", sheet, row: marking.row, cells, ...span });
}

function open(line: Line, kind: "paragraph" | "aside", marking: Marking): void {
  close(marking);
  marking.open = { kind, start: line.start, end: line.end };
}

function close(marking: Marking): void {
  if (marking.open) marking.marks.push(marking.open);
  marking.open = null;
}

function furniture({ start, end }: Line, marking: Marking): void {
  close(marking);
  if (end > start) marking.marks.push({ kind: "furniture", start, end });
}

/** Lines up to the end of a block between two `---` at the very beginning; 0 without one. */
function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.replace(/^\ufeff/u, "").trimEnd() !== "---") return 0;
  const end = lines.findIndex(({ text }, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(text));
  return end < 0 ? 0 : end + 1;
}

function linesOf(text: string): readonly Line[] {
  return Array.from(text.matchAll(/[^\r\n]*(?:\r\n|[\r\n]|$)/gu))
    .map(({ 0: whole, index }) => {
      const line = whole.replace(/[\r\n]+$/u, "");
      return { start: index, end: index + line.length, text: line };
    })
    .filter(({ start }, index, all) => index + 1 < all.length || start < text.length);
}
