import type { Glyph, PageContent } from "../pdf/content.ts";
import { type Matrix, placed, product } from "../pdf/matrix.ts";
import { operators } from "../pdf/operators.ts";
import { type Rule, rulesOfPath } from "../pdf/rules.ts";
import { elements, textOf, type XmlElement } from "../xml.ts";
import { numbers, type OfdPage } from "./ofd-package.ts";

/** Points in a millimetre. */
export const pointsPerMillimetre = 72 / 25.4;

interface Painted {
  readonly glyphs: Glyph[];
  readonly rules: Rule[];
  invisible: number;
  pictured: number;
}

/** 版式内容. What an OFD page paints, in the form in which pages of a PDF are put into lines: glyphs and straight rules. */
export function ofdContent({ content, box: [left, top] }: OfdPage): PageContent {
  const painted: Painted = { glyphs: [], rules: [], invisible: 0, pictured: 0 };
  const page: Matrix = [
    pointsPerMillimetre,
    0,
    0,
    pointsPerMillimetre,
    -left * pointsPerMillimetre,
    -top * pointsPerMillimetre,
  ];
  for (const layers of content) paint(layers, page, painted);
  return painted;
}

/** Objects of a layer or of a block inside it (GB/T 33190-2016, 8.5), in the order in which they are painted. */
function paint(holder: XmlElement, page: Matrix, painted: Painted): void {
  for (const element of elements(holder)) {
    if (element.attributes.get("Visible") === "false") continue;
    if (element.name === "Layer" || element.name === "PageBlock") paint(element, page, painted);
    else if (element.name === "TextObject") paintText(element, spaceOf(element, page), painted);
    else if (element.name === "PathObject") paintPath(element, spaceOf(element, page), painted);
    else if (element.name === "ImageObject") painted.pictured += areaOf(element);
  }
}

/** Area of an object's boundary, in square points. */
function areaOf({ attributes }: XmlElement): number {
  const [, , width = 0, height = 0] = numbers(attributes.get("Boundary"));
  return width * height * pointsPerMillimetre ** 2;
}

/** From the object's own space by its matrix into its boundary, and that on the page. */
function spaceOf({ attributes }: XmlElement, page: Matrix): Matrix {
  const [x = 0, y = 0] = numbers(attributes.get("Boundary"));
  const own = numbers(attributes.get("CTM"));
  const inBoundary = product(own.length === 6 ? own : [1, 0, 0, 1, 0, 0], [1, 0, 0, 1, x, y]);
  return product(inBoundary, page);
}

interface Pen {
  readonly size: number;
  readonly stretch: number;
  readonly space: Matrix;
  readonly isInvisible: boolean;
}

function paintText(object: XmlElement, space: Matrix, painted: Painted): void {
  const { attributes } = object;
  const stretch = Number(attributes.get("HScale") ?? 1) || 1;
  const isInvisible =
    attributes.get("Alpha") === "0" || (attributes.get("Fill") === "false" && attributes.get("Stroke") !== "true");
  const pen = { size: Number(attributes.get("Size") ?? 0) || 1, stretch, space, isInvisible };
  let [x, y] = [0, 0];
  for (const code of elements(object, "TextCode")) {
    x = Number(code.attributes.get("X") ?? x) || 0;
    y = Number(code.attributes.get("Y") ?? y) || 0;
    writeCode(code, { x, y }, pen, painted);
  }
}

/** One run of characters: each stands `DeltaX`, `DeltaY` after the one before, or by its own width where none is told. */
function writeCode(code: XmlElement, from: { x: number; y: number }, pen: Pen, painted: Painted): void {
  const across = deltas(code.attributes.get("DeltaX"));
  const down = deltas(code.attributes.get("DeltaY"));
  let { x, y } = from;
  for (const [index, text] of Array.from(writtenIn(code)).entries()) {
    const width = usualWidth(text) * pen.size * pen.stretch;
    const told = across[index];
    const isDown = told === undefined && down[index] !== undefined;
    const advance = told !== undefined && told > 0 ? Math.min(told, pen.size * pen.stretch) : width;
    painted.glyphs.push(
      glyphAt(text, { x, y, advance, isDown: isDown || (told === 0 && (down[index] ?? 0) > 0) }, pen),
    );
    if (pen.isInvisible) painted.invisible += 1;
    x += told ?? (isDown ? 0 : width);
    y += down[index] ?? 0;
  }
}

/** Spaces are characters with a place of their own; only what indents the XML is not. */
const writtenIn = (code: XmlElement): string => textOf(code).replaceAll(/^\s*\n\s*|\s*\n\s*$/gu, "");

interface Stand {
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly isDown: boolean;
}

function glyphAt(text: string, { x, y, advance, isDown }: Stand, { size, space }: Pen): Glyph {
  const start = placed(space, x, y);
  const end = placed(space, isDown ? x : x + advance, isDown ? y + size : y);
  const raised = placed(space, x, y - size);
  const height = Math.hypot(raised.x - start.x, raised.y - start.y);
  return { text, ...start, dx: end.x - start.x, dy: end.y - start.y, size: height };
}

/** In heights of the font: full width for Chinese, about half of it for letters and figures. */
const usualWidth = (text: string): number => ((text.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.52);

// 3.2 3.2 g 4 3.175 → 3.2 3.2 3.175 3.175 3.175 3.175
function deltas(written: string | undefined): readonly number[] {
  const words = (written ?? "").trim().split(/[\s,]+/u);
  const found: number[] = [];
  for (let at = 0; at < words.length && words[at] !== ""; at += 1) {
    if (words[at] !== "g") found.push(Number(words[at]) || 0);
    else {
      const times = Math.min(Number(words[at + 1]) || 0, mostRepeats);
      for (let time = 0; time < times; time += 1) found.push(Number(words[at + 2]) || 0);
      at += 2;
    }
  }
  return found;
}

/** A run of more characters than this is none. */
const mostRepeats = 10_000;

function paintPath(object: XmlElement, space: Matrix, painted: Painted): void {
  const isFilled = object.attributes.get("Fill") === "true";
  const isStroked = object.attributes.get("Stroke") !== "false";
  const path = elements(object, "AbbreviatedData").flatMap((data) => pathOf(textOf(data)));
  if (isStroked) painted.rules.push(...rulesOfPath(path, operators.stroke, space));
  else if (isFilled) painted.rules.push(...rulesOfPath(path, operators.fill, space));
}

/** Commands of a path with how many numbers each takes (GB/T 33190-2016, 9.1), and the step that pdf.js numbers it by. */
const steps: Readonly<Record<string, { readonly operands: number; readonly step: number }>> = {
  S: { operands: 2, step: 0 },
  M: { operands: 2, step: 0 },
  L: { operands: 2, step: 1 },
  Q: { operands: 4, step: 3 },
  B: { operands: 6, step: 2 },
  C: { operands: 0, step: 4 },
};

// M 0 0 L 100 0 C → 0 0 0 1 100 0 4; arcs (A) are no rules and end the outline
function pathOf(data: string): readonly number[] {
  const path: number[] = [];
  const words = data.trim().split(/[\s,]+/u);
  let at = 0;
  while (at < words.length) {
    const command = steps[words[at] ?? ""];
    at += 1;
    if (command) {
      path.push(command.step, ...words.slice(at, at + command.operands).map((word) => Number(word) || 0));
      at += command.operands;
    } else if (words[at - 1] === "A") {
      path.push(0, Number(words[at + 5]) || 0, Number(words[at + 6]) || 0);
      at += 7;
    }
  }
  return path;
}
