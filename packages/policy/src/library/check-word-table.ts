import { lexiconFiles } from "../mention/lexicon.ts";
import { errorAt, type Finding, warningAt } from "../pack/finding.ts";
import { type WordLine, wordLines } from "./word-lines.ts";

/** Word files that belong to a lexicon folder; concepts.tsv is not read with the others but stands beside them. */
const known: readonly string[] = [...lexiconFiles, "concepts.tsv"];

/** 待查词表. A word file by name, and a file of that name that shows which columns it has; without one they are not checked. */
export interface CheckedTable {
  readonly file: string;
  readonly text: string;
  readonly base: string | undefined;
}

/** Columns that choose where a word counts: the same word may stand once for each of their values. */
const choosing = ["written", "position", "where", "of", "scope"];

/** 查词表之形. What is wrong with a word file before its cells are read: name, columns, number of cells, blanks, repetition. */
export function checkWordTable(table: CheckedTable): readonly Finding[] {
  const { header, rows } = wordLines(table.text);
  if (!known.includes(table.file)) return [unknownFile(table)];
  if (!header) return [noHeader(table)];
  const expected = wordLines(table.base ?? table.text).header?.cells ?? [];
  return [
    ...columnFaults(table, header, expected),
    ...rows.flatMap((row) => [...widthFaults(table, row, header), ...blankFaults(table, row, header)]),
    ...repetitions(table, rows, header),
  ];
}

function unknownFile({ file }: CheckedTable): Finding {
  return errorAt(
    { table: { file } },
    {
      code: "unknown-file",
      found: file,
      expected: `one of ${known.join(", ")}`,
      advice: "Correct the name, or leave the file out.",
    },
  );
}

function noHeader({ file, base = "" }: CheckedTable): Finding {
  return errorAt(
    { table: { file } },
    {
      code: "no-header",
      found: "no line but remarks",
      expected: `a line that names the columns: ${(wordLines(base).header?.cells ?? ["written"]).join(", ")}`,
      advice: "Put the names of the columns, with tabs between them, before the rows.",
    },
  );
}

function columnFaults({ file }: CheckedTable, header: WordLine, expected: readonly string[]): readonly Finding[] {
  const place = { table: { file }, row: header };
  const missing = expected.filter((column) => !header.cells.includes(column));
  const unknown = header.cells.filter((column) => !expected.includes(column));
  const advice = "Name the columns as data/lexicon/README.md does, with tabs between them.";
  const columns = `the columns ${expected.join(", ")}`;
  return [
    ...missing.map((column) =>
      errorAt(
        { ...place, column },
        { code: "missing-column", found: header.cells.join(" | "), expected: columns, advice },
      ),
    ),
    ...unknown.map((column) =>
      errorAt({ ...place, column }, { code: "unknown-column", found: column, expected: columns, advice }),
    ),
  ];
}

function widthFaults({ file }: CheckedTable, row: WordLine, header: WordLine): readonly Finding[] {
  if (row.cells.length === header.cells.length) return [];
  const fault = {
    code: "wrong-width",
    found: `${row.cells.length} cells in "${row.cells.join(" | ")}"`,
    expected: `${header.cells.length} cells`,
    advice: "Put one tab between two cells, and - in a cell that says nothing.",
  };
  return [errorAt({ table: { file }, row }, fault)];
}

function blankFaults({ file }: CheckedTable, row: WordLine, header: WordLine): readonly Finding[] {
  return row.cells.flatMap((cell, index) => {
    if (cell === cell.trim()) return [];
    const fault = {
      code: "blank-around",
      found: `"${cell}"`,
      expected: `"${cell.trim()}"`,
      advice: "Take the blanks out.",
    };
    return [errorAt({ table: { file }, row, column: header.cells[index] ?? "" }, fault)];
  });
}

/** A word told twice: only its first row counts. */
function repetitions({ file }: CheckedTable, rows: readonly WordLine[], header: WordLine): readonly Finding[] {
  const hasWords = header.cells.includes("written"); // in other files only a whole row is told twice
  const keys = header.cells.flatMap((column, index) => (!hasWords || choosing.includes(column) ? [index] : []));
  const first = new Map<string, number>();
  return rows.flatMap((row) => {
    const key = keys.map((index) => row.cells[index]).join("\t");
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, row.line);
      return [];
    }
    const fault = {
      code: "told-twice",
      found: row.cells[0] ?? "",
      expected: `a word that line ${before} does not have`,
      advice: "Take one of the two out: only the first counts.",
    };
    return [warningAt({ table: { file }, row }, fault)];
  });
}
