import { charClass, classOf } from "../char-class.ts";
import { type Line, visibleParts } from "../lines.ts";

/** 重印表. For each character of the stored text the offset of the one it prints again, -1 for all others. */
export type CopyMap = Int32Array;

/** Characters that must agree before two places are compared further. */
const SHINGLE = 12;
/** A passage printed twice is at least this long, or fills whole lines and is at least half that. */
const PASSAGE = 64;
const WHOLE_LINES = 28;

/**
 * 重印. Finds passages that a text prints twice, a misprint now and then aside, and marks whole lines of the second
 * printing as `copied`. Figures must agree: two sentences that differ in a date or a sum are two sentences. Null where
 * nothing is printed twice. Linear: passages are found by the hash of their beginnings.
 */
export function copiesIn(text: string, lines: readonly Line[]): CopyMap | null {
  const stream = streamOf(text, lines);
  const runs = runsIn(stream);
  if (runs.length === 0) return null;
  const map = new Int32Array(text.length).fill(-1);
  for (const run of runs) {
    for (const { from, of, length } of run.parts) {
      for (let at = 0; at < length; at += 1) map[stream.raw[from + at] ?? 0] = stream.raw[of + at] ?? -1;
    }
    if (run.wholeLines) markLines(stream, lines, run);
  }
  return map;
}

/**
 * Visible characters of the lines in order: code and place in the text of each, whether it is the first of its line, and
 * for each line where it begins among them; one more place at the end.
 */
interface Stream {
  readonly code: Uint16Array;
  readonly raw: Int32Array;
  readonly opens: Uint8Array;
  readonly from: Int32Array;
  readonly length: number;
}

function streamOf(text: string, lines: readonly Line[]): Stream {
  const code = new Uint16Array(text.length);
  const raw = new Int32Array(text.length);
  const opens = new Uint8Array(text.length);
  const from = new Int32Array(lines.length + 1);
  let length = 0;
  const take = (start: number, end: number): void => {
    for (let at = start; at < end; at += 1) {
      const own = text.charCodeAt(at);
      if (classOf(own) & charClass.space) continue;
      code[length] = own;
      raw[length] = at;
      length += 1;
    }
  };
  for (const [index, line] of lines.entries()) {
    const first = length;
    from[index] = first;
    if (line.kind === "blank" || line.kind === "furniture" || line.kind === "contents" || line.kind === "row") continue;
    if (line.hidden.length === 0) take(line.start, line.end);
    else for (const { start, end } of visibleParts(line)) take(start, end);
    if (length > first) opens[first] = 1;
  }
  from[lines.length] = length;
  return { code, raw, opens, from, length };
}

/** Stretch of a copy that agrees character by character. */
interface Part {
  readonly from: number;
  readonly of: number;
  readonly length: number;
}

interface Run {
  readonly parts: readonly Part[];
  readonly start: number;
  readonly end: number;
  readonly wholeLines: boolean;
}

function runsIn(stream: Stream): readonly Run[] {
  const bits = Math.ceil(Math.log2(Math.max(64, stream.length * 2)));
  const first = new Int32Array(1 << bits); // place of a shingle and one more, 0 for none
  const runs: Run[] = [];
  const last = stream.length - SHINGLE;
  let floor = 0;
  let hash = hashAt(stream.code, 0);
  for (let at = 0; at <= last; ) {
    const slot = Math.imul(hash ^ (hash >>> 15), 0x9e3779b1) >>> (32 - bits);
    const known = (first[slot] ?? 0) - 1;
    if (known < 0) first[slot] = at + 1;
    const run = known >= 0 && known + SHINGLE <= at ? runFrom(stream, known, { from: at, floor }) : null;
    if (run) {
      runs.push(run);
      floor = run.end;
      at = run.end;
      hash = hashAt(stream.code, at);
    } else {
      const older = Math.imul(stream.code[at] ?? 0, OLDEST);
      hash = (Math.imul(hash - older, RADIX) + (stream.code[at + SHINGLE] ?? 0)) | 0;
      at += 1;
    }
  }
  return runs;
}

/** The hash of a shingle is a number of twelve digits to this base, so that the next one follows from it (Rabin and Karp). */
const RADIX = 0x01000193;
const OLDEST = power(RADIX, SHINGLE - 1);

function power(base: number, exponent: number): number {
  let product = 1;
  for (let step = 0; step < exponent; step += 1) product = Math.imul(product, base);
  return product;
}

function hashAt(code: Uint16Array, at: number): number {
  let hash = 0;
  for (let step = 0; step < SHINGLE; step += 1) hash = (Math.imul(hash, RADIX) + (code[at + step] ?? 0)) | 0;
  return hash;
}

/** The copy that agrees with the text at `of` around `from`, not before `floor`; null when it is too short to be one. */
function runFrom(stream: Stream, of: number, { from, floor }: { from: number; floor: number }): Run | null {
  const back = Math.min(backward(stream, of, from), from - floor);
  const parts = forward(stream, of - back, from - back);
  const last = parts.at(-1);
  if (!last) return null;
  const start = snapped(stream, from - back, 1);
  const end = snapped(stream, last.from + last.length, -1);
  const wholeLines = startsLine(stream, start) && startsLine(stream, end);
  if (end - start < (wholeLines ? WHOLE_LINES : PASSAGE)) return null;
  return { parts: parts.flatMap((part) => within(part, start, end)), start, end, wholeLines };
}

/** Characters by which two printings may agree by chance before and after the passage: the stop before it, a 的 after. */
const CHANCE = 4;

function snapped(stream: Stream, at: number, step: 1 | -1): number {
  for (let moved = 0; moved <= CHANCE; moved += 1) if (startsLine(stream, at + moved * step)) return at + moved * step;
  return at;
}

function within({ from, of, length }: Part, start: number, end: number): readonly Part[] {
  const first = Math.max(from, start);
  const until = Math.min(from + length, end);
  return until > first ? [{ from: first, of: of + first - from, length: until - first }] : [];
}

const startsLine = ({ opens, length }: Stream, at: number): boolean => at <= 0 || at >= length || opens[at] === 1;

/** Agreeing characters before two places, up to the beginning of the line over one misprint near it. */
function backward(stream: Stream, of: number, from: number): number {
  const { code } = stream;
  const agrees = (back: number): boolean => back < of && code[of - back - 1] === code[from - back - 1];
  let back = 0;
  while (from - back - 1 >= of && agrees(back)) back += 1;
  if (back >= of || from - back - 1 <= of) return back;
  if (startsLine(stream, from - back) || isFigure(stream, of - back - 1, from - back - 1)) return back;
  let over = back + 1;
  while (over - back <= SHINGLE && !startsLine(stream, from - over) && agrees(over)) over += 1;
  return startsLine(stream, from - over) && startsLine(stream, of - over) ? over : back;
}

/** Agreeing stretches from two places on, one misprint allowed between two of them; the original never runs into its copy. */
function forward(stream: Stream, of: number, from: number): readonly Part[] {
  const { code, length } = stream;
  const parts: Part[] = [];
  let [a, b] = [of, from];
  for (;;) {
    let same = 0;
    while (b + same < length && a + same < from && code[a + same] === code[b + same]) same += 1;
    if (same > 0) parts.push({ from: b, of: a, length: same });
    if (same < SHINGLE && parts.length > 1)
      return same < AFTER && !startsLine(stream, b + same) ? parts.slice(0, -1) : parts;
    const skip = misprintAt(stream, a + same, b + same);
    if (!skip || a + same >= from) return parts;
    a += same + skip[0];
    b += same + skip[1];
  }
}

/** Characters that must agree after a misprint, fewer where the line ends. */
const AFTER = 6;
const skips = [
  [1, 1],
  [0, 1],
  [1, 0],
  [2, 2],
] as const;
const figures = charClass.digit | charClass.hanDigit | charClass.hanScale;

/** How far to step over a misprint in the original and in the copy; null when what differs is more than that. */
function misprintAt(stream: Stream, a: number, b: number): readonly [number, number] | null {
  const { code, length } = stream;
  if (b >= length || isFigure(stream, a, b)) return null;
  for (const skip of skips) {
    const [of, from] = [a + skip[0], b + skip[1]];
    let same = 0;
    while (same < AFTER && from + same < length && code[of + same] === code[from + same]) same += 1;
    const closes = same > 0 && startsLine(stream, from + same) && startsLine(stream, of + same);
    if (same === AFTER || closes) return skip;
  }
  return null;
}

const isFigure = ({ code }: Stream, a: number, b: number): boolean =>
  ((classOf(code[a] ?? 0) | classOf(code[b] ?? 0)) & figures) !== 0;

/** Marks the lines that a run shares a character with; the first of them is found by halving. */
function markLines({ from }: Stream, lines: readonly Line[], { start, end }: Run): void {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((from[middle + 1] ?? end) <= start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < lines.length && (from[index] ?? end) < end; index += 1) {
    const line = lines[index];
    const isRead = (from[index + 1] ?? 0) > (from[index] ?? 0);
    if (line && isRead && line.mark?.kind !== "row") line.copied = true;
  }
}
