import { type Line, visibleWidth } from "../lines.ts";

/** Lines looked at on either side of a line to learn how wide its column is. */
const REACH = 6;
/** Fewer full lines than this are chance. */
const ENOUGH = 4;
/** A full line may fall short of the column by this share: a punctuation mark or a figure did not fit. */
const SLACK = 0.86;

/**
 * 栏宽. What is known of the width at which lines were broken: width of each line in half-width columns, white space not
 * counted, and for each line the width of the column around it, 0 where lines are not broken at a width.
 */
export interface Columns {
  readonly width: Int32Array;
  readonly column: Int32Array;
}

/**
 * 量栏. Measures the lines of a text; `open` says of each whether it stops inside a sentence. Around a line there is a
 * column when at least four lines that do, and at least half of those that do, are of nearly the same width. Linear.
 */
export function columnsOf(text: string, lines: readonly Line[], open: Uint8Array): Columns {
  const width = new Int32Array(lines.length);
  const column = new Int32Array(lines.length);
  const shown = new Int32Array(lines.length);
  let count = 0;
  for (const [index, line] of lines.entries()) {
    width[index] = visibleWidth(text, line);
    if (line.kind === "text" || line.kind === "entry") shown[count++] = index;
  }
  const near = new Window();
  const widthAt = (at: number): number => width[shown[at] ?? 0] ?? 0;
  const openWidth = (at: number): number => (at >= 0 && at < count && open[shown[at] ?? 0] === 1 ? widthAt(at) : 0);
  for (let at = -REACH; at < count; at += 1) {
    near.leave(openWidth(at - REACH - 1));
    near.enter(openWidth(at + REACH));
    if (at < 0 || near.length < ENOUGH) continue;
    const { best, most } = near.commonest();
    if (most < ENOUGH || most * 2 < near.length || best < 8) continue;
    let wider = 0;
    for (let other = Math.max(0, at - REACH); other <= Math.min(count - 1, at + REACH); other += 1)
      if (widthAt(other) > best * 1.1) wider += 1;
    if (wider < most) column[shown[at] ?? 0] = best;
  }
  return { width, column };
}

/** Widths of the open lines near a line, in order; those that come near enter, those left behind leave. */
class Window {
  private readonly widths = new Int32Array(2 * REACH + 2);
  length = 0;

  enter(width: number): void {
    if (width === 0) return;
    let at = this.length;
    for (; at > 0 && (this.widths[at - 1] ?? 0) > width; at -= 1) this.widths[at] = this.widths[at - 1] ?? 0;
    this.widths[at] = width;
    this.length += 1;
  }

  leave(width: number): void {
    if (width === 0) return;
    this.widths.copyWithin(this.widths.indexOf(width), this.widths.indexOf(width) + 1, this.length);
    this.length -= 1;
  }

  /** The width that most of them nearly reach and do not pass, and how many do; of equals the widest. */
  commonest(): { readonly best: number; readonly most: number } {
    let [best, most, from] = [0, 0, 0];
    for (let at = 0; at < this.length; at += 1) {
      const width = this.widths[at] ?? 0;
      while ((this.widths[from] ?? 0) < width * SLACK) from += 1;
      if (at - from + 1 >= most) [best, most] = [width, at - from + 1];
    }
    return { best, most };
  }
}

/** 满行. Whether a line fills its column; never where there is no column. */
export function isFull({ width, column }: Columns, index: number): boolean {
  const limit = column[index] ?? 0;
  return limit > 0 && (width[index] ?? 0) >= limit * SLACK;
}

/** 短行. Whether a line visibly ends before its column does; never where there is no column. */
export function isShortOfColumn({ width, column }: Columns, index: number): boolean {
  const limit = column[index] ?? 0;
  return limit > 0 && (width[index] ?? 0) < limit * 0.75;
}
