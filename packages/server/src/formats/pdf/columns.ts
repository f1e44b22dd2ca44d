import { cutLine, type Gap, gapsOf, type PrintLine, type Segment } from "./lines.ts";

/** A gap of so many heights of the line parts what stands on its two sides, whatever other lines do. */
const surelyParted = 3;
/** A gap of so many heights parts where lines near it have one at the same place. */
const perhapsParted = 0.8;
/** Lines above and below that are looked at, and how many of them must have the gap. */
const [reach, witnesses] = [4, 2];

/** Marks of a list stand apart from their words in line after line without being a column. */
const listMark = /^[（(]?(?:[\d一二三四五六七八九十百]{1,4}|[a-zA-Z]|[•●■◆▪–—\-*])[）).、．]?$/u;

/**
 * 断栏. Lines cut into segments where a gap parts columns: a wide gap by itself, a narrower one when neighbouring lines
 * have it at the same place. Marks of a list stay with their words.
 */
export function columnSegments(lines: readonly PrintLine[]): readonly (readonly Segment[])[] {
  const gaps = lines.map((line) => gapsOf(line, perhapsParted));
  return lines.map((line, index) => {
    const near = [...gaps.slice(Math.max(0, index - reach), index), ...gaps.slice(index + 1, index + 1 + reach)];
    const cuts = (gaps[index] ?? []).filter((gap) => parts(gap, line.size, near) && !followsMark(line, gap));
    return cutLine(
      line,
      cuts.map(({ before }) => before),
    );
  });
}

function parts(gap: Gap, size: number, near: readonly (readonly Gap[])[]): boolean {
  if (gap.to - gap.from >= surelyParted * size) return true;
  const alike = (other: Gap): boolean => Math.min(gap.to, other.to) - Math.max(gap.from, other.from) >= 0.6 * size;
  return near.filter((others) => others.some(alike)).length >= witnesses;
}

function followsMark({ glyphs }: PrintLine, { before }: Gap): boolean {
  const words = glyphs.slice(0, before).map(({ text }) => text);
  return words.length <= 8 && listMark.test(words.join("").trim());
}

/** 块. Segments in reading order that belong together: lines of text, or rows of what stands in columns but is no prose. */
export type Block =
  | { readonly kind: "lines"; readonly segments: readonly Segment[] }
  | { readonly kind: "table"; readonly rows: readonly (readonly Segment[])[] };

type Row = readonly Segment[];

/**
 * 排栏. Puts segments into reading order. Rows that share a gutter are a band: columns of prose are read one after the other,
 * what stands in short columns is a table without rules, and other bands stay row by row. Other rows are read as they come.
 */
export function blocksOf(rows: readonly Row[]): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < rows.length) {
    const band = bandAt(rows, at);
    const taken = rows.slice(at, at + Math.max(1, band?.length ?? 0));
    blocks.push(...(band ? blocksOfBand(taken, band.gutter) : [{ kind: "lines", segments: taken.flat() } as const]));
    at += taken.length;
  }
  return blocks;
}

interface Gutter {
  readonly from: number;
  readonly to: number;
}

interface Band {
  readonly gutter: Gutter;
  readonly length: number;
}

/** Fewer rows with the gutter than this are chance. */
const leastRows = 3;

/** The band that begins at a row; null when there is none. */
function bandAt(rows: readonly Row[], start: number): Band | null {
  let best: Band | null = null;
  for (const first of guttersOf(rows[start] ?? [])) {
    const band = grown(rows, start, first);
    if (band && band.length > (best?.length ?? 0)) best = band;
  }
  return best;
}

function grown(rows: readonly Row[], start: number, first: Gutter): Band | null {
  let gutter = first;
  let [having, length] = [1, 1];
  let pending = 0;
  for (let at = start + 1; at < rows.length; at += 1) {
    const row = rows[at] ?? [];
    const common = narrowed(gutter, row);
    if (common) [gutter, having, length, pending] = [common, having + 1, length + pending + 1, 0];
    else if (keepsClear(row, gutter) && isNear(rows, at)) pending += 1;
    else break;
  }
  return having >= leastRows ? { gutter, length: length + pending } : null;
}

const guttersOf = (row: Row): readonly Gutter[] =>
  row.slice(1).map(({ left }, index) => ({ from: row[index]?.right ?? left, to: left }));

/** The part of the gutter that a row has too; null when it has none or next to nothing of it. */
function narrowed(gutter: Gutter, row: Row): Gutter | null {
  for (const { from, to } of guttersOf(row)) {
    const common = { from: Math.max(from, gutter.from), to: Math.min(to, gutter.to) };
    if (common.to - common.from >= 0.5 * (row[0]?.size ?? 0)) return common;
  }
  return null;
}

const keepsClear = (row: Row, { from, to }: Gutter): boolean =>
  row.every(({ left, right }) => right <= from + 1 || left >= to - 1);

/** Whether a row follows the one above without a space between paragraphs. */
function isNear(rows: readonly Row[], at: number): boolean {
  const [above, row] = [rows[at - 1]?.[0], rows[at]?.[0]];
  return above !== undefined && row !== undefined && row.top - above.bottom <= 1.1 * row.size;
}

function blocksOfBand(rows: readonly Row[], { from, to }: Gutter): readonly Block[] {
  const middle = (from + to) / 2;
  const left = rows.map((row) => row.filter(({ right }) => right <= middle)).filter((row) => row.length > 0);
  const right = rows.map((row) => row.filter(({ left: begins }) => begins > middle)).filter((row) => row.length > 0);
  if (isProse(left) && isProse(right)) return [...blocksOf(left), ...blocksOf(right)];
  return [isTable(rows) ? { kind: "table", rows } : { kind: "lines", segments: rows.flat() }];
}

/** Prose fills its column: most of its rows reach about as far as the longest, and that is some words. */
function isProse(rows: readonly Row[]): boolean {
  const spans = rows.map((row) => ({
    left: row[0]?.left ?? 0,
    right: row.at(-1)?.right ?? 0,
    size: row[0]?.size ?? 0,
  }));
  const [left, right] = [Math.min(...spans.map((span) => span.left)), Math.max(...spans.map((span) => span.right))];
  const full = spans.filter((span) => span.right - span.left >= 0.75 * (right - left));
  return rows.length >= leastRows && full.length >= 0.6 * rows.length && right - left >= 8 * (spans[0]?.size ?? 0);
}

/** 栏界. Extents of the columns of rows that have no rules: ranges that segments of any row cover, apart from each other. */
export function columnExtents(rows: readonly Row[]): readonly Gutter[] {
  const extents: { from: number; to: number }[] = [];
  for (const { left: from, right: to } of rows.flat().toSorted((a, b) => a.left - b.left)) {
    const last = extents.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else extents.push({ from, to });
  }
  return extents;
}

/** Three columns or more that nearly every row fills; two when the second is figures. */
function isTable(rows: readonly Row[]): boolean {
  const columns = columnExtents(rows).length;
  const filled = rows.filter((row) => row.length >= Math.max(2, columns - 1)).length;
  if (rows.length < leastRows || columns < 2 || filled < 0.7 * rows.length) return false;
  const figures = rows.filter((row) => /^[\d,.%+\-－—–…\s]+$/u.test(row.at(-1)?.text ?? ""));
  return columns > 2 || figures.length >= 0.6 * rows.length;
}
