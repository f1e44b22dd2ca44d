import { type Line, visibleText } from "../lines.ts";
import { endsThought } from "./line-words.ts";
import { BOTTOM, columnsOfPage, LEFT, type Printed, RIGHT, TOP } from "./page-columns.ts";
import type { RepairPass } from "./repair-pass.ts";

/**
 * 版式. Where the file gives the boxes of its lines: puts the columns of each page into reading order and tells from
 * indentation, distance, size and short last lines where paragraphs begin. What geometry does not show is left to the
 * words. Without boxes nothing happens.
 */
export const geometryPass: RepairPass = {
  name: "geometry",
  apply(text, lines) {
    if (!lines.some(({ box }) => box !== null)) return;
    let before: Context | null = null;
    const body = bodyHeight(lines);
    for (const page of pagesOf(lines)) {
      const columns = columnsOfPage(page.map(({ printed }) => printed));
      place(
        lines,
        page.map(({ index }) => index),
        columns.flat(),
      );
      for (const column of columns) before = settleColumn(text, column, { before, body });
    }
  },
};

interface OnPage {
  readonly index: number;
  readonly printed: Printed;
}

/** Lines with a box, furniture and marked ones aside, by page. */
function pagesOf(lines: readonly Line[]): readonly (readonly OnPage[])[] {
  const pages: OnPage[][] = [];
  let open = -1;
  for (const [index, line] of lines.entries()) {
    if (!line.box || (line.kind !== "text" && line.kind !== "heading")) continue;
    if (line.box.page !== open) pages.push([]);
    open = line.box.page;
    pages.at(-1)?.push({ index, printed: { line, box: line.box.box } });
  }
  return pages;
}

function place(lines: Line[], indexes: readonly number[], order: readonly Printed[]): void {
  for (const [at, index] of indexes.entries()) {
    const printed = order[at];
    if (printed) lines[index] = printed.line;
  }
}

/** A column as its lines show it: edges of the text, height of a line, distance of two, whether paragraphs are indented. */
interface Shape {
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly pitch: number;
  readonly indented: boolean;
}

interface Context {
  readonly last: Printed;
  readonly shape: Shape;
}

/** What stands before a column, and the height of a line of running text in the whole file. */
interface Around {
  readonly before: Context | null;
  readonly body: number;
}

function settleColumn(text: string, column: readonly Printed[], { before, body }: Around): Context | null {
  const shape = shapeOf(column);
  let last = before;
  let first = true;
  for (const printed of column) {
    if (isLarge(printed, body)) {
      settleTitle(printed, last, body);
      last = { last: printed, shape };
      first = false;
      continue;
    }
    const begins =
      last === null ? true : first ? beginsAcross(text, last, printed, shape) : beginsInside(text, last, printed);
    first = false;
    last = { last: printed, shape };
    if (begins === null || printed.line.kind !== "text") continue;
    printed.line.settled = true;
    printed.line.begins ||= begins;
    printed.line.joins = !begins;
  }
  return last;
}

/** Height of the lines that most of the text is printed in: half of all its width is in lines no higher. */
function bodyHeight(lines: readonly Line[]): number {
  const boxes = lines.flatMap(({ box }) => (box ? [box.box] : [])).toSorted((a, b) => heightOf(a) - heightOf(b));
  const half = boxes.reduce((sum, box) => sum + box[RIGHT] - box[LEFT], 0) / 2;
  let width = 0;
  for (const box of boxes) {
    width += box[RIGHT] - box[LEFT];
    if (width >= half) return heightOf(box);
  }
  return 0;
}

const heightOf = (box: Printed["box"]): number => box[BOTTOM] - box[TOP];

/** A line of larger type is no longer than this when it heads something. */
const LONGEST = 60;

const isLarge = ({ line, box }: Printed, body: number): boolean =>
  heightOf(box) > body * 1.15 && line.end - line.start <= LONGEST && (line.kind === "text" || line.kind === "heading");

/** A heading by its size; a second line of the same size right below it belongs to it. The largest on page 1 is the title. */
function settleTitle({ line, box }: Printed, before: Context | null, body: number): void {
  const last = before?.last;
  const goesOn =
    last !== undefined &&
    isLarge(last, body) &&
    last.line.box?.page === line.box?.page &&
    Math.abs(heightOf(last.box) - heightOf(box)) < 1 &&
    box[TOP] - last.box[BOTTOM] < heightOf(box) * 1.2;
  line.kind = "heading";
  line.level = line.box?.page === 1 && heightOf(box) > body * 1.4 ? 1 : 2;
  line.settled = true;
  line.begins = !goesOn;
  line.joins = goesOn;
}

/** Whether a line begins a paragraph in its column; null where geometry does not show it. */
function beginsInside(text: string, { last, shape }: Context, { box }: Printed): boolean | null {
  const otherSize = Math.abs(heightOf(box) - heightOf(last.box)) > shape.height * 0.18;
  if (otherSize || box[TOP] - last.box[TOP] > shape.pitch * 1.6) return true;
  const closed = endsThought(visibleText(text, last.line));
  if (shape.indented && isIndented(box, shape)) return closed ? true : null;
  if (isShort(last.box, shape)) return closed ? true : null;
  return closed && !shape.indented ? null : false;
}

/** The same over the edge of a column or page: only a full line before and a flush line after go on. */
function beginsAcross(text: string, { last, shape }: Context, { box }: Printed, own: Shape): boolean | null {
  if (own.indented && isIndented(box, own)) return true;
  const closed = endsThought(visibleText(text, last.line));
  if (isShort(last.box, shape)) return closed ? true : null;
  if (Math.abs(shape.height - own.height) > shape.height * 0.18) return true;
  return closed && !(shape.indented && own.indented) ? null : false;
}

const isIndented = (box: Printed["box"], { left, height }: Shape): boolean => box[LEFT] - left > height * 1.2;
const isShort = (box: Printed["box"], { right, height }: Shape): boolean => box[RIGHT] < right - height * 2;

function shapeOf(column: readonly Printed[]): Shape {
  const boxes = column.map(({ box }) => box);
  const height = middle(boxes.map((box) => box[BOTTOM] - box[TOP]));
  const left = share(
    boxes.map((box) => box[LEFT]),
    0.2,
  );
  const right = share(
    boxes.map((box) => box[RIGHT]),
    0.85,
  );
  const steps = boxes.slice(1).map((box, at) => box[TOP] - (boxes[at]?.[TOP] ?? 0));
  const pitch = middle(steps.filter((step) => step > 0)) || height * 1.5;
  const shape = { left, right, height, pitch, indented: false };
  const set = boxes.filter((box) => isIndented(box, shape)).length;
  return { ...shape, indented: set >= 1 && set <= boxes.length * 0.5 };
}

const middle = (values: readonly number[]): number => share(values, 0.5);

/** The value below which a share of all values lies; 0 of none. */
function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
