/** 词表之误. A cell, or a whole file (line 0), that has no meaning. `line` counts from 1. */
export interface WordFault {
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly found: string;
  readonly expected: string;
}

/** Key of what takes the faults of word files. */
export const onFault: unique symbol = Symbol("on fault");

/**
 * 词表文件. Texts of word files by name. Reading throws at the first fault; with `onFault` it tells every fault to that
 * function and goes on with some value, so that one run finds all of them and its outcome is good for nothing else.
 */
export type WordFiles = Readonly<Record<string, string>> & { readonly [onFault]?: (fault: WordFault) => void };

/** Cells of one line by column name; every accessor says which line fails and why. */
export interface Cells {
  take(column: string): string;
  number(column: string): number;
  /** A calendar day `YYYY-MM-DD`. */
  day(column: string): string;
  oneOf<const T extends string>(column: string, values: readonly T[]): T;
  /** Says that a cell has no meaning. */
  refuse(column: string, expected: string): void;
}

/** 逐行. Rows of a word file under its header line; lines that begin with # are remarks. Throws when the file is missing. */
export function rowsOf(files: WordFiles, name: string): readonly Cells[] {
  const text = files[name];
  const tell = files[onFault] ?? throwFault;
  if (text === undefined) {
    tell({
      file: name,
      line: 0,
      column: null,
      found: "no such file",
      expected: "it beside the others in data/lexicon",
    });
    return [];
  }
  const rows: Row[] = [];
  let columns: ReadonlyMap<string, number> | null = null;
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (columns) rows.push(new Row(columns, cells, { file: name, line: index + 1, tell }));
    else columns = new Map(cells.map((column, at) => [column, at]));
  }
  return rows;
}

/** Where a row stands, and what hears of its faults. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly tell: (fault: WordFault) => void;
}

/** One line; what a row knows is shared by all rows of its file but for its cells and its line. */
class Row implements Cells {
  private readonly columns: ReadonlyMap<string, number>;
  private readonly cells: readonly string[];
  private readonly place: Place;

  constructor(columns: ReadonlyMap<string, number>, cells: readonly string[], place: Place) {
    this.columns = columns;
    this.cells = cells;
    this.place = place;
  }

  take(column: string): string {
    const value = this.cells[this.columns.get(column) ?? -1] ?? "";
    if (value === "") this.tell(column, "", `a cell in "${this.cells.join(" | ")}"`);
    return value;
  }

  refuse(column: string, expected: string): void {
    const found = this.cells[this.columns.get(column) ?? -1] ?? "";
    if (found !== "") this.tell(column, found, expected); // an empty cell has been told of
  }

  number(column: string): number {
    const value = Number(this.take(column));
    if (!Number.isFinite(value)) this.refuse(column, "a number");
    return value;
  }

  day(column: string): string {
    const value = this.take(column);
    if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(value)) this.refuse(column, "a day YYYY-MM-DD");
    return value;
  }

  oneOf<const T extends string>(column: string, values: readonly T[]): T {
    const written = this.take(column);
    const value = values.find((candidate) => candidate === written);
    if (value === undefined) this.refuse(column, `one of ${values.join(", ")}`);
    return value ?? (values[0] as T); // only where faults are collected; no list is empty
  }

  private tell(column: string, found: string, expected: string): void {
    const { file, line, tell } = this.place;
    tell({ file, line, column, found, expected });
  }
}

/** 报词误. Tells of a fault in a word file to whoever collects them; throws it where nobody does. */
export function tellFault(files: WordFiles, fault: WordFault): void {
  (files[onFault] ?? throwFault)(fault);
}

function throwFault({ file, line, column, found, expected }: WordFault): never {
  if (line === 0) throw new Error(`Lexicon file ${file} is missing: expected ${expected}`);
  const cell = found === "" ? "is empty or missing" : `holds "${found}"`;
  throw new Error(`${file} line ${line}: column ${column} ${cell}, expected ${expected}`);
}
