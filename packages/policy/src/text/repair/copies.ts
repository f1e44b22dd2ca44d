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

/** Visible characters of the lines in order: code, place in the text and line of each. */
interface Stream {
  readonly code: Uint16Array;
  readonly raw: Int32Array;
  readonly line: Int32Array;
  readonly length: number;
}

function streamOf(text: string, lines: readonly Line[]): Stream {
  const code = new Uint16Array(text.length);
  const raw = new Int32Array(text.length);
  const lineOf = new Int32Array(text.length);
  let length = 0;
  for (const [index, line] of lines.entries()) {
    if (line.kind === "blank" || line.kind === "furniture" || line.kind === "contents" || line.kind === "row") continue;
    for (const { start, end } of visibleParts(line)) {
      for (let at = start; at < end; at += 1) {
        if (classOf(text.charCodeAt(at)) & charClass.space) continue;
        code[length] = text.charCodeAt(at);
        raw[length] = at;
        lineOf[length] = index;
        length += 1;
      }
    }
  }
  return { code, raw, line: lineOf, length };
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
  const size = 1 << Math.ceil(Math.log2(Math.max(64, stream.length * 2)));
  const first = new Int32Array(size).fill(-1);
  const runs: Run[] = [];
  let at = 0;
  while (at + SHINGLE <= stream.length) {
    const slot = hashAt(stream.code, at) & (size - 1);
    const known = first[slot] ?? -1;
    if (known < 0) first[slot] = at;
    const floor = runs.at(-1)?.end ?? 0;
    const run = known >= 0 && known + SHINGLE <= at ? runFrom(stream, known, { from: at, floor }) : null;
    if (run) {
      runs.push(run);
      at = run.end;
    } else at += 1;
  }
  return runs;
}

function hashAt(code: Uint16Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let step = 0; step < SHINGLE; step += 1) hash = Math.imul(hash ^ (code[at + step] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
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

const startsLine = ({ line, length }: Stream, at: number): boolean =>
  at <= 0 || at >= length || line[at] !== line[at - 1];

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

function markLines({ line }: Stream, lines: readonly Line[], { start, end }: Run): void {
  for (let at = start; at < end; at += 1) {
    const copied = lines[line[at] ?? 0];
    if (copied && copied.mark?.kind !== "row") copied.copied = true;
  }
}
