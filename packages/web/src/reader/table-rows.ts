import type { ReaderSentence } from "@qipan/server/contract/documents";
import type { Paragraph } from "./paragraphs.ts";

/** 格中语. The part of a sentence that stands in a cell; offsets in the stored text. */
export interface CellPart {
  readonly sentence: ReaderSentence;
  readonly start: number;
  readonly end: number;
}

/** 表. Rows of one sheet that follow each other; `columns` are the letters that any of them uses, in order. */
export interface Table {
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly paragraph: Paragraph;
    readonly row: string;
    readonly cells: ReadonlyMap<string, readonly CellPart[]>;
  }[];
}

/** 起页. Page on which a block begins, where it is the first that does; null for the rest and where the file has no pages. */
export function pageBegun(blocks: readonly Block[], index: number): number | null {
  const page = pageOf(blocks[index]);
  if (page === null) return null;
  for (let before = index - 1; before >= 0; before -= 1) {
    const last = pageOf(blocks[before]);
    if (last !== null) return last === page ? null : page;
  }
  return page;
}

function pageOf(block: Block | undefined): number | null {
  const first = block?.kind === "table" ? block.table.rows[0]?.paragraph : block?.paragraph;
  return first?.sentences[0]?.page ?? null;
}

/** 段或表. What the sheet shows one after the other. */
export type Block =
  | { readonly kind: "paragraph"; readonly paragraph: Paragraph }
  | { readonly kind: "table"; readonly table: Table };

/** 成表. Puts rows of a sheet that follow each other into one table; every other paragraph stays by itself. */
export function blocksOf(paragraphs: readonly Paragraph[]): readonly Block[] {
  const runs: { sheet: string | null; paragraphs: Paragraph[] }[] = [];
  for (const paragraph of paragraphs) {
    const sheet = paragraph.kind === "row" ? (paragraph.sentences[0]?.sheet ?? null) : null;
    const last = runs.at(-1);
    if (last && sheet !== null && last.sheet === sheet) last.paragraphs.push(paragraph);
    else runs.push({ sheet, paragraphs: [paragraph] });
  }
  return runs.flatMap(({ sheet, paragraphs: run }): Block[] =>
    sheet === null
      ? run.map((paragraph) => ({ kind: "paragraph", paragraph }))
      : [{ kind: "table", table: tableOf(sheet, run) }],
  );
}

function tableOf(sheet: string, paragraphs: readonly Paragraph[]): Table {
  const rows = paragraphs.map((paragraph) => ({ paragraph, ...cellsOf(paragraph) }));
  const columns = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))].toSorted(
    (a, b) => a.length - b.length || (a < b ? -1 : 1),
  );
  return { sheet, columns, rows };
}

/** A cell that holds several sentences has a part for each; a sentence over several cells is in each with its words there. */
function cellsOf({ sentences }: Paragraph): { row: string; cells: ReadonlyMap<string, readonly CellPart[]> } {
  const cells = new Map<string, CellPart[]>();
  let row = "";
  for (const sentence of sentences)
    for (const { cell, start, end } of sentence.cells) {
      const [, column = "", number = ""] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
      row ||= number;
      const parts = cells.get(column) ?? [];
      const part = { sentence, start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) };
      if (part.end > part.start) parts.push(part);
      cells.set(column, parts);
    }
  return { row, cells };
}
