import { wordLines, withoutMark } from "./word-lines.ts";

/**
 * 并词表. The rows of one word file before those of another, under the header of the first, so that its lines keep their
 * numbers. Columns of the second are put in that order; what it does not have is `-`. Without a second the first stays as it is.
 */
export function mergedTable(own: string, base: string | undefined): string {
  const text = withoutMark(own);
  const { header } = wordLines(text);
  if (base === undefined) return text;
  if (!header) return base;
  const { header: columns, rows } = wordLines(base);
  const places = header.cells.map((column) => columns?.cells.indexOf(column) ?? -1);
  const moved = rows.map(({ cells }) => places.map((place) => cells[place] ?? "-").join("\t"));
  return `${text.endsWith("\n") ? text : `${text}\n`}${moved.join("\n")}\n`;
}
