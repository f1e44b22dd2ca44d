import type { PlacedGlyph } from "./frame.ts";

/** 段行. A printed line, or the part of one between two gaps that part columns; in points. */
export interface Segment {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly size: number;
}

/** 横行. Glyphs on one baseline, from left to right; a print line across all columns. */
export interface PrintLine {
  readonly base: number;
  readonly size: number;
  readonly glyphs: readonly PlacedGlyph[];
}

/** 聚行. Glyphs gathered by baseline, lines from the top; raised and lowered small signs stay in their line. */
export function printLines(glyphs: readonly PlacedGlyph[]): readonly PrintLine[] {
  const lines: { base: number; size: number; glyphs: PlacedGlyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.base - b.base)) {
    const line = lines.at(-1);
    if (!line || Math.abs(glyph.base - line.base) > 0.42 * Math.max(glyph.size, line.size)) {
      lines.push({ base: glyph.base, size: glyph.size, glyphs: [glyph] });
      continue;
    }
    line.glyphs.push(glyph);
    if (glyph.size > line.size * 1.05) Object.assign(line, { base: glyph.base, size: glyph.size });
  }
  return lines.flatMap((line) => {
    const inOrder = withoutDoubles(line.glyphs.toSorted((a, b) => a.from - b.from));
    return inOrder.some(({ text }) => !isBlank(text)) ? [{ ...line, glyphs: inOrder }] : [];
  });
}

/** Bold type and shadows made by painting a glyph twice are one glyph. */
function withoutDoubles(glyphs: readonly PlacedGlyph[]): readonly PlacedGlyph[] {
  return glyphs.filter((glyph, index) => {
    for (let at = index - 1; at >= 0 && at >= index - 3; at -= 1) {
      const other = glyphs[at];
      const near = Math.min(glyph.size * 0.15, (glyph.to - glyph.from) / 2);
      if (other && other.text === glyph.text && glyph.from - other.from < near) return false;
    }
    return true;
  });
}

const isBlank = (text: string): boolean => text.trim() === "";

/** 空档. A stretch of a line without a printed glyph, between two that are. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Index of the first glyph after it. */
  readonly before: number;
}

/** 行中空档. Gaps of at least `least` times the height of the line; white space counts as gap. */
export function gapsOf({ glyphs, size }: PrintLine, least: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let end: number | null = null;
  for (const [before, { from, to, text }] of glyphs.entries()) {
    if (isBlank(text)) continue;
    if (end !== null && from - end >= least * size) gaps.push({ from: end, to: from, before });
    end = Math.max(end ?? to, to);
  }
  return gaps;
}

/** 成段行. The line cut before the glyphs named; parts without a printed glyph are left out. */
export function cutLine(line: PrintLine, cuts: readonly number[]): readonly Segment[] {
  const ends = [...cuts, line.glyphs.length];
  return ends.flatMap((end, index) => segmentOf(line.glyphs.slice(index === 0 ? 0 : ends[index - 1], end)));
}

function segmentOf(glyphs: readonly PlacedGlyph[]): readonly Segment[] {
  const printed = glyphs.filter(({ text }) => !isBlank(text));
  if (printed.length === 0) return [];
  const size = printed.reduce((largest, glyph) => Math.max(largest, glyph.size), 0);
  const base = printed.find((glyph) => glyph.size >= size * 0.95)?.base ?? 0;
  return [
    {
      text: wordsOf(glyphs),
      left: printed[0]?.from ?? 0,
      right: printed.reduce((right, { to }) => Math.max(right, to), 0),
      top: base - size * 0.88,
      bottom: base + size * 0.12,
      size,
    },
  ];
}

/** Words as printed: spaces that the file has where there is room for them, and those that a gap says. */
function wordsOf(glyphs: readonly PlacedGlyph[]): string {
  let words = "";
  let spaces = "";
  let last: PlacedGlyph | null = null;
  for (const glyph of glyphs) {
    if (isBlank(glyph.text)) {
      spaces += glyph.text === "\u3000" ? glyph.text : " ";
      continue;
    }
    if (last) words += between(last, glyph, spaces);
    words += glyph.text;
    spaces = "";
    last = last && last.to > glyph.to ? { ...glyph, to: last.to } : glyph;
  }
  return words;
}

function between(last: PlacedGlyph, next: PlacedGlyph, spaces: string): string {
  const size = Math.max(last.size, next.size);
  const gap = (next.from - last.to) / size;
  if (spaces !== "") return gap > 0.08 ? spaces : "";
  const isLatin =
    /[\p{L}\p{N}]$/u.test(last.text) && !isWide(last.text) && /^[\p{L}\p{N}]/u.test(next.text) && !isWide(next.text);
  return gap >= (isLatin ? 0.18 : 0.6) ? " " : "";
}

/** Han, kana and their punctuation: written without spaces. */
function isWide(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x2e80 && (code <= 0xd7ff || code >= 0xf900);
}
