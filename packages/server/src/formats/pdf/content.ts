import { type Matrix, moved, product, unit } from "./matrix.ts";
import { operators } from "./operators.ts";
import { type Rule, rulesOfPath } from "./rules.ts";

/**
 * 字形. One glyph where it stands on the page: start of its baseline and where it leads (`dx`, `dy`, its advance), in points
 * from the top left corner, y downwards; `size` is the height of its font. `text` is what the file says it means.
 */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly size: number;
}

/**
 * 页面内容. What a page paints: its glyphs and straight rules. `invisible` counts the glyphs painted without colour, as
 * recognition puts them over a scan; `pictured` is the area of its pictures, in square points.
 */
export interface PageContent {
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  readonly invisible: number;
  readonly pictured: number;
}

/** What of a font the placing of glyphs needs; pdf.js keeps it by name. */
export interface FontFacts {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

/** What pdf.js gives for a glyph, `isSpace` where its code is a byte 32, whatever it shows; a number in the list moves the pen by thousandths of the font size. */
interface PaintedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly [width: number, x: number, y: number];
}

interface TextState {
  readonly font: FontFacts;
  readonly size: number;
  readonly characterSpacing: number;
  readonly wordSpacing: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
  readonly isInvisible: boolean;
}

const plainText: TextState = {
  font: {},
  size: 0,
  characterSpacing: 0,
  wordSpacing: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  isInvisible: false,
};

/** Pages with more rules than this are maps and drawings. */
const mostRules = 20_000;

/**
 * 读页面内容. Follows the operators of a page (ISO 32000-1, 8.4.4 and 9.4) and gives what they paint. `view` leads from the
 * units of the page to points from its top left corner.
 */
export function pageContent(
  { fnArray, argsArray }: { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] },
  view: Matrix,
  fontOf: (name: string) => FontFacts,
): PageContent {
  const pen = new Pen(view, fontOf);
  for (const [index, operator] of fnArray.entries()) pen.follow(operator, argsArray[index]);
  pen.restore();
  return { glyphs: pen.glyphs, rules: pen.rules, invisible: pen.invisible, pictured: pen.pictured };
}

class Pen {
  readonly glyphs: Glyph[] = [];
  readonly rules: Rule[] = [];
  invisible = 0;
  pictured = 0;
  #space: Matrix;
  /** Whether the last thing done was to make room, in which nothing was painted since. */
  #hasRoom = false;
  #text: TextState = plainText;
  #line: Matrix = unit;
  #at: Matrix = unit;
  readonly #kept: (readonly [Matrix, TextState])[] = [];
  readonly #fontOf: (name: string) => FontFacts;

  constructor(view: Matrix, fontOf: (name: string) => FontFacts) {
    this.#space = view;
    this.#fontOf = fontOf;
  }

  follow(operator: number, given: unknown): void {
    const step = steps.get(operator);
    if (step) step(this, (given ?? []) as never); // pdf.js gives each operator the operands that the step expects
  }

  save(): void {
    this.#kept.push([this.#space, this.#text]);
  }

  /** Pictures are left out by pdf.js; what stays of one is the room made for it, in units of its sides. */
  restore(): void {
    const [a = 0, b = 0, c = 0, d = 0] = Array.from(this.#space);
    if (this.#hasRoom) this.pictured += Math.abs(a * d - b * c);
    this.#hasRoom = false;
    const kept = this.#kept.pop();
    if (kept) [this.#space, this.#text] = kept;
  }

  transform(matrix: Matrix): void {
    this.#hasRoom = true;
    this.#space = product(matrix, this.#space);
  }

  set(change: Partial<TextState>): void {
    this.#text = { ...this.#text, ...change };
  }

  setFont(name: string, size: number): void {
    this.set({ font: this.#fontOf(name), size });
  }

  setMatrix(matrix: Matrix): void {
    this.#line = matrix;
    this.#at = matrix;
  }

  move(x: number, y: number): void {
    this.setMatrix(moved(this.#line, x, y));
  }

  nextLine(): void {
    this.move(0, -this.#text.leading);
  }

  rule(operator: number, path: ArrayLike<number> | null | undefined): void {
    if (operator === operators.endPath) return; // only bounds what is painted next
    this.#hasRoom = false;
    if (!path || this.rules.length > mostRules) return;
    this.rules.push(...rulesOfPath(path, operator, this.#space));
  }

  show(glyphs: readonly (PaintedGlyph | number | null)[]): void {
    this.#hasRoom = false;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === "number") this.#advance((-glyph * this.#text.size) / 1000);
      else this.#paint(glyph);
    }
  }

  #paint(glyph: PaintedGlyph): void {
    const { font, size, characterSpacing, wordSpacing, rise, isInvisible } = this.#text;
    const thousandth = size * (font.fontMatrix?.[0] ?? 0.001);
    const spacing = characterSpacing + (glyph.isSpace ? wordSpacing : 0);
    const tall = font.vertical ? (glyph.vmetric?.[0] ?? -1000) : 0;
    const length = (font.vertical ? tall : glyph.width) * thousandth;
    const [a, b, c, d, e, f] = product(moved(this.#at, 0, rise), this.#space);
    const along = font.vertical
      ? { dx: c * length, dy: d * length }
      : { dx: a * length * this.#text.scale, dy: b * length * this.#text.scale };
    this.glyphs.push({
      text: glyph.unicode,
      x: e,
      y: f,
      ...along,
      size: Math.hypot(c, d) * Math.abs(size),
    });
    if (isInvisible) this.invisible += 1;
    this.#advance(font.vertical ? length - spacing : length + spacing);
  }

  #advance(length: number): void {
    const { font, scale } = this.#text;
    this.#at = font.vertical ? moved(this.#at, 0, length) : moved(this.#at, length * scale, 0);
  }
}

type Step = (pen: Pen, operands: never) => void;

/** One step an operator, with the operands that pdf.js gives it. */
const steps: ReadonlyMap<number, Step> = new Map<number, Step>([
  [operators.save, (pen) => pen.save()],
  [operators.restore, (pen) => pen.restore()],
  [operators.transform, (pen, matrix: Matrix) => pen.transform(matrix)],
  [operators.paintFormXObjectBegin, (pen, [matrix]: [Matrix | null]) => (pen.save(), matrix && pen.transform(matrix))],
  [operators.paintFormXObjectEnd, (pen) => pen.restore()],
  [
    operators.beginAnnotation,
    (pen, [, , placing, own]: [string, unknown, Matrix, Matrix]) => {
      pen.save();
      pen.transform(placing);
      pen.transform(own);
    },
  ],
  [operators.endAnnotation, (pen) => pen.restore()],
  [
    operators.constructPath,
    (pen, [operator, [path]]: [number, [ArrayLike<number> | null]]) => pen.rule(operator, path),
  ],
  [operators.beginText, (pen) => pen.setMatrix(unit)],
  [operators.setFont, (pen, [name, size]: [string, number]) => pen.setFont(name, size)],
  [operators.setCharSpacing, (pen, [characterSpacing]: [number]) => pen.set({ characterSpacing })],
  [operators.setWordSpacing, (pen, [wordSpacing]: [number]) => pen.set({ wordSpacing })],
  [operators.setHScale, (pen, [percent]: [number]) => pen.set({ scale: percent / 100 })],
  [operators.setLeading, (pen, [leading]: [number]) => pen.set({ leading })],
  [operators.setTextRise, (pen, [rise]: [number]) => pen.set({ rise })],
  [operators.setTextRenderingMode, (pen, [mode]: [number]) => pen.set({ isInvisible: mode === 3 || mode === 7 })],
  [operators.moveText, (pen, [x, y]: [number, number]) => pen.move(x, y)],
  [
    operators.setLeadingMoveText,
    (pen, [x, y]: [number, number]) => {
      pen.set({ leading: -y });
      pen.move(x, y);
    },
  ],
  [operators.setTextMatrix, (pen, [matrix]: [Matrix]) => pen.setMatrix(matrix)],
  [operators.nextLine, (pen) => pen.nextLine()],
  [operators.showText, (pen, [glyphs]: [PaintedGlyph[]]) => pen.show(glyphs)],
  [operators.showSpacedText, (pen, [glyphs]: [PaintedGlyph[]]) => pen.show(glyphs)],
  [
    operators.nextLineShowText,
    (pen, [glyphs]: [PaintedGlyph[]]) => {
      pen.nextLine();
      pen.show(glyphs);
    },
  ],
]);
