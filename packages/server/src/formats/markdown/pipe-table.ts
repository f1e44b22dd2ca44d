import type { CellSpan } from "@qipan/policy/records/document-text";
import { columnName } from "../source-writer.ts";

/**
 * 竖线表行. Cells of a row drawn with `|`, where their words stand in the file; `\|` is a sign of the words.
 * @example tableRow("| 任务 | 单位 |", 0, 1).map(({ cell }) => cell) // ["A1", "B1"]
 */
export function tableRow(line: string, offset: number, row: number): CellSpan[] {
  const cells: CellSpan[] = [];
  for (const { start, end } of betweenBars(line)) {
    const words = line.slice(start, end);
    const from = offset + start + (words.length - words.trimStart().length);
    const to = offset + end - (words.length - words.trimEnd().length);
    cells.push({ cell: `${columnName(cells.length + 1)}${row}`, start: Math.min(from, to), end: to });
  }
  return cells;
}

function betweenBars(line: string): readonly { readonly start: number; readonly end: number }[] {
  const bars = Array.from(line.matchAll(/(?<!\\)\|/gu), ({ index }) => index);
  const isFramed = line.trimStart().startsWith("|");
  const isClosed = line.trimEnd().endsWith("|") && bars.length > 1;
  const edges = [...(isFramed ? [] : [-1]), ...bars, ...(isClosed ? [] : [line.length])];
  return edges.slice(0, -1).map((edge, index) => ({ start: edge + 1, end: edges[index + 1] ?? line.length }));
}
