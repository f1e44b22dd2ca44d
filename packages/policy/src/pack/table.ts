/**
 * 表格行. A delimited table after parsing: every cell still text, every row with the line it began on.
 * The reader of the file (ours is the server, with an RFC 4180 parser) gives rows of exactly the header's columns.
 */
export interface TableRows {
  /** Path inside the pack, with forward slashes: `rail/stations.csv`. */
  readonly file: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** 行. One record; `line` counts from 1 and the header is line 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** 单元格. The text of a cell; a column that the table does not have reads as empty. */
export function cellOf(row: TableRow, column: string): string {
  return row.cells[column] ?? "";
}

/** 列表单元格. Members of a cell joined by `;`; an empty cell is an empty list. */
export function membersOf(row: TableRow, column: string): readonly string[] {
  const written = cellOf(row, column);
  return written === "" ? [] : written.split(";");
}

/** 列名转字段名. `name_zh` → `nameZh`; the inverse is `columnOfField`. */
export function fieldOfColumn(column: string): string {
  return column.replace(/_(?<letter>[a-z])/gu, (_, letter: string) => letter.toUpperCase());
}

/** 字段名转列名. `nameZh` → `name_zh`; the inverse is `fieldOfColumn`. */
export function columnOfField(field: string): string {
  return field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
