import { attribute, elementsBelow, type HtmlElement, isElement } from "./tree.ts";

/** A span that claims more is no span. */
const longestSpan = 1000;

/** A cell with more text than this is a passage: the table places passages on the page. */
const longestCell = 600;

const inner = new Set(["table", "h1", "h2", "h3", "h4", "h5", "h6", "article", "ul", "ol"]);

/** 是否数据表. Whether a table is one, and not a way to place things on the page. */
export function isDataTable(table: HtmlElement, textOf: (cell: HtmlElement) => string): boolean {
  if (["presentation", "none"].includes(attribute(table, "role") ?? "")) return false;
  if (!elementsBelow(table.childNodes, inner).next().done) return false;
  const rows = rowsOf(table).map(cellsOf);
  if (!rows.some((cells) => cells.length > 1)) return false;
  return rows.every((cells) => cells.every((cell) => textOf(cell).length <= longestCell));
}

/** 表格行. Rows of a table as texts of cells: what is merged stands in its first cell, the others are empty. */
export function* gridOf(table: HtmlElement, textOf: (cell: HtmlElement) => string): Generator<readonly string[]> {
  const below: number[] = []; // rows that a cell of this column still reaches down
  for (const row of rowsOf(table)) {
    const line: string[] = [];
    for (const cell of cellsOf(row)) {
      passMerged(below, line);
      const width = span(cell, "colspan");
      for (let at = 0; at < width && line.length < longestSpan; at += 1) {
        below[line.length] = span(cell, "rowspan") - 1;
        line.push(at === 0 ? textOf(cell) : "");
      }
    }
    passMerged(below, line);
    yield line;
  }
}

function passMerged(below: number[], line: string[]): void {
  while ((below[line.length] ?? 0) > 0) {
    below[line.length] = (below[line.length] ?? 0) - 1;
    line.push("");
  }
}

function span(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  const value = Number(attribute(cell, name) ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, longestSpan) : 1;
}

/** Rows of the table itself, in the order of the page. */
function rowsOf(element: HtmlElement): readonly HtmlElement[] {
  return element.childNodes.flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === "tr" ? [child] : ["thead", "tbody", "tfoot"].includes(child.tagName) ? rowsOf(child) : [];
  });
}

const cellsOf = (row: HtmlElement): readonly HtmlElement[] =>
  row.childNodes.filter((child): child is HtmlElement => isElement(child, "td") || isElement(child, "th"));
