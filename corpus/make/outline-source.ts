/** 段. One block of a source page: heading, numbered item, quiet line under the title, plain paragraph or table. */
export type Block =
  | { readonly kind: "title" | "annex" | "section" | "part" | "item" | "note" | "plain"; readonly text: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] };

const marks: readonly (readonly [RegExp, Exclude<Block["kind"], "table" | "plain">])[] = [
  [/^#! /u, "annex"],
  [/^### /u, "part"],
  [/^## /u, "section"],
  [/^# /u, "title"],
  [/^> /u, "note"],
  [/^\d+\. /u, "item"],
];

/**
 * 读稿. Reads a page written as the files of `corpus/source`: `#` title, `##` and `###` numbered headings, `1.` numbered
 * items, `>` lines set in the middle, `#!` heading of an annex on a new page, `|` rows of a table.
 */
export function blocksOf(source: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of source.split("\n").filter((line) => line.trim() !== "")) {
    const last = blocks.at(-1);
    if (!line.startsWith("|")) blocks.push(blockOf(line));
    else if (last?.kind === "table") blocks[blocks.length - 1] = { kind: "table", rows: [...last.rows, cellsOf(line)] };
    else blocks.push({ kind: "table", rows: [cellsOf(line)] });
  }
  return blocks;
}

function blockOf(line: string): Block {
  for (const [mark, kind] of marks) if (mark.test(line)) return { kind, text: line.replace(mark, "") };
  return { kind: "plain", text: line };
}

const cellsOf = (line: string): readonly string[] =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
