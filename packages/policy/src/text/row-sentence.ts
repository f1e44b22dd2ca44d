import { charClass, classOf } from "./char-class.ts";
import type { Pairs } from "./pairs.ts";
import { sentencesOf } from "./sentence.ts";
import type { Span } from "./span.ts";
import type { View } from "./view.ts";

/**
 * 表行分句. Ranges of the sentences of a row of a table, in order. A cell with a sentence end in it is divided into
 * sentences of its own, at its line breaks too; neighbouring cells without one stay together in one sentence, the TAB
 * between them inside it.
 */
export function rowSentencesOf(view: View, row: Span, pairs: Pairs): readonly Span[] {
  const found: Span[] = [];
  const run: Span[] = [];
  const close = (): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last) found.push({ start: first.start, end: last.end });
    run.length = 0;
  };
  for (const cell of cellsOf(view.text, row)) {
    if (!endsSentence(view.folded, cell)) {
      run.push(cell);
      continue;
    }
    close();
    for (const line of linesOf(view, cell)) found.push(...sentencesOf(view.folded, line, pairs));
  }
  close();
  return found;
}

/** Ranges between the TABs of a row, empty cells left out, surrounding space outside. */
function cellsOf(text: string, row: Span): readonly Span[] {
  const cells: Span[] = [];
  let start = row.start;
  for (let at = row.start; at <= row.end; at += 1) {
    if (at < row.end && text.charCodeAt(at) !== 9) continue;
    const cell = trimmed(text, { start, end: at });
    if (cell.end > cell.start) cells.push(cell);
    start = at + 1;
  }
  return cells;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && classOf(text.charCodeAt(start)) & charClass.space) start += 1;
  while (end > start && classOf(text.charCodeAt(end - 1)) & charClass.space) end -= 1;
  return { start, end };
}

function endsSentence(text: string, { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if ("。！？；".includes(text.charAt(at))) return true;
  return false;
}

/** Lines of a cell: the view shows their break as a space, the stored text has U+2028 there. */
function linesOf(view: View, cell: Span): readonly Span[] {
  const lines: Span[] = [];
  let start = cell.start;
  for (let at = cell.start; at <= cell.end; at += 1) {
    if (at < cell.end && view.stored.charCodeAt(view.raw[at] ?? 0) !== 0x2028) continue;
    if (at > start) lines.push({ start, end: at });
    start = at + 1;
  }
  return lines;
}
