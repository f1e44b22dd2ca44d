import type { PlainKind } from "../source-writer.ts";
import { holdsNoText, isFurniture } from "./boilerplate.ts";
import { listMark } from "./list-mark.ts";
import { gridOf, isDataTable } from "./page-table.ts";
import { type HtmlElement, type HtmlNode, isElement } from "./tree.ts";

/** 网页行. One block of a page: a stretch of text, a heading, or a row of a table. */
export type PageLine =
  | { readonly kind: PlainKind; readonly text: string }
  | { readonly kind: "heading"; readonly level: number; readonly text: string }
  | { readonly kind: "row"; readonly sheet: string; readonly row: number; readonly cells: readonly string[] };

interface Walk {
  readonly lines: PageLine[];
  /** Text of the block that is open. */
  open: string;
  /** Number of a list item whose first block has not come yet. */
  mark: string;
  tables: number;
}

/** What the text at a place of the tree is. */
interface Place {
  readonly kind: PlainKind | "heading";
  readonly level: number;
  readonly isKept: boolean;
}

/** 网页成行. Blocks of a page in order: what is shown, line by line, furniture marked and not left out. */
export function pageLines(nodes: readonly HtmlNode[]): PageLine[] {
  const walk: Walk = { lines: [], open: "", mark: "", tables: 0 };
  const place: Place = { kind: "paragraph", level: 0, isKept: false };
  for (const node of nodes) take(node, place, walk);
  close(place, walk);
  return walk.lines;
}

const blocks = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

function take(node: HtmlNode, place: Place, walk: Walk): void {
  if (node.nodeName === "#text" && "value" in node) walk.open += place.isKept ? node.value : collapsed(node.value);
  if (!isElement(node) || holdsNoText(node)) return;
  if (node.tagName === "br") {
    walk.open += "\n";
    return;
  }
  const inside = placeOf(node, place);
  const isBlock = blocks.has(node.tagName) || inside.kind !== place.kind;
  if (isBlock) close(place, walk);
  if (node.tagName === "table" && inside.kind === "paragraph" && isDataTable(node, cellText)) takeTable(node, walk);
  else {
    if (node.tagName === "li") walk.mark = listMark(node);
    for (const child of node.childNodes) take(child, inside, walk);
  }
  if (isBlock) close(inside, walk);
  else if (node.tagName === "option") walk.open += " ";
}

function placeOf(element: HtmlElement, place: Place): Place {
  const { tagName } = element;
  if (place.kind === "furniture" || isFurniture(element)) return { ...place, kind: "furniture" };
  if (/^h[1-6]$/u.test(tagName)) return { ...place, kind: "heading", level: Number(tagName.charAt(1)) };
  if (tagName === "figcaption" || tagName === "caption") return { ...place, kind: "caption" };
  if (tagName === "aside") return { ...place, kind: "aside" };
  return tagName === "pre" ? { ...place, isKept: true } : place;
}

function takeTable(table: HtmlElement, walk: Walk): void {
  walk.tables += 1;
  const sheet = `表${walk.tables}`;
  for (const child of table.childNodes)
    if (isElement(child, "caption")) walk.lines.push({ kind: "caption", text: cellText(child) });
  let row = 0;
  for (const cells of gridOf(table, cellText)) {
    row += 1;
    walk.lines.push({ kind: "row", sheet, row, cells });
  }
}

/** Text of a cell, its blocks as lines; what is not shown stays out of it. */
function cellText(cell: HtmlElement): string {
  return pageLines(cell.childNodes)
    .map((line) => ("text" in line && line.kind !== "furniture" ? line.text : ""))
    .filter((text) => text !== "")
    .join("\n");
}

function close({ kind, level }: Place, walk: Walk): void {
  const words = tidy(walk.open);
  walk.open = "";
  if (words === "") return;
  const text = walk.mark + words;
  walk.mark = "";
  if (kind === "heading") walk.lines.push({ kind, level, text });
  else for (const part of text.split(paragraphBreak)) walk.lines.push({ kind, text: part });
}

/** Line breaks that begin a paragraph: two of them, one before an indent, one after a finished sentence. */
const paragraphBreak = /\n\s*\n|\n(?=[\u3000\u00a0]{2})|(?<=[。！？；：!?]\s*)\n/u;

/** Line breaks of the source are no text; between Chinese characters they are not even spaces. */
const collapsed = (text: string): string =>
  text
    .replaceAll(
      /(?<=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])[ \t]*[\r\n][ \t\r\n]*(?=[\p{sc=Han}\u3000-\u303f\uff00-\uffef])/gu,
      "",
    )
    .replaceAll(/[ \t\r\n\f]+/gu, " ");

const tidy = (text: string): string => text.replaceAll(/ *\n */gu, "\n").trim();

/** 网页题名. Title that the page states for itself (`<title>`); null without one. */
export function statedTitle(nodes: readonly HtmlNode[]): string | null {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (node.tagName === "title") return collapsed(node.childNodes.map(rawText).join("")).trim() || null;
    const found = ["html", "head"].includes(node.tagName) ? statedTitle(node.childNodes) : null;
    if (found !== null) return found;
  }
  return null;
}

const rawText = (node: HtmlNode): string => (node.nodeName === "#text" && "value" in node ? node.value : "");
