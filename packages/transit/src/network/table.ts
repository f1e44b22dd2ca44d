/**
 * 表格行. A network table after parsing: every cell still text, every row with the line it began on (the header is 1).
 * The same shape as a table of a region pack, so that the reader of a pack can hand its tables over as they are.
 */
export interface NetworkTable {
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly NetworkRow[];
}

/** 行. One record. */
export interface NetworkRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** 单元格. The text of a cell; a column that the table does not have reads as empty. */
export function cellOf(row: NetworkRow, column: string): string {
  return row.cells[column] ?? "";
}

/** 列表单元格. Members of a cell joined by a separator; an empty cell is an empty list. */
export function membersOf(row: NetworkRow, column: string, separator: string): readonly string[] {
  const written = cellOf(row, column);
  return written === "" ? [] : written.split(separator);
}

/** 列名转字段名. `emu_pairs_day_201603` → `emuPairsDay201603`. */
export function fieldOfColumn(column: string): string {
  return column.replace(/_(?<first>[a-z0-9])/gu, (_, first: string) => first.toUpperCase());
}

/** 字段名转列名. `emuPairsDay201603` → `emu_pairs_day_201603`. */
export function columnOfField(field: string): string {
  return field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`).replace(/(?<=[a-z])(?=\d)/gu, "_");
}
