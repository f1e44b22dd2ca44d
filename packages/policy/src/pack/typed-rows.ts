import type { z } from "zod";
import type { Finding } from "./finding.ts";
import { ROW_SCHEMAS, type TableKind } from "./kinds.ts";
import { cellOf, columnOfField, fieldOfColumn, type TableRow, type TableRows } from "./table.ts";

/** 行的类型. Typed row of a table of kind `K`. */
export type RowOf<K extends TableKind> = z.output<(typeof ROW_SCHEMAS)[K]>;

/** 定型结果. Rows that could be read, each with its line, and a finding for every cell that could not. */
export interface TypedRows<T> {
  readonly rows: readonly { readonly line: number; readonly row: T }[];
  readonly findings: readonly Finding[];
}

/**
 * 定型. Turns the text rows of a table into typed rows; a row with a bad cell is left out and each bad cell reported.
 * @example typedRows("indicators", table).rows[0]?.row.nameZh // "地区生产总值"
 */
export function typedRows<K extends TableKind>(kind: K, table: TableRows): TypedRows<RowOf<K>> {
  // ROW_SCHEMAS[kind] parses to RowOf<kind>; TypeScript cannot carry that through an indexed lookup.
  return readRows(ROW_SCHEMAS[kind] as unknown as z.ZodType<RowOf<K>>, table);
}

/** 按式定型. The same with any schema whose fields are the table's columns in camel case. */
function readRows<T>(schema: z.ZodType<T>, table: TableRows): TypedRows<T> {
  const rows: { line: number; row: T }[] = [];
  const findings: Finding[] = [];
  for (const row of table.rows) {
    const result = schema.safeParse(fieldsOf(row));
    if (result.success) rows.push({ line: row.line, row: result.data });
    else findings.push(...result.error.issues.map((issue) => badCell({ table, row, issue })));
  }
  return { rows, findings };
}

function fieldsOf(row: TableRow): Record<string, string> {
  return Object.fromEntries(Object.entries(row.cells).map(([column, written]) => [fieldOfColumn(column), written]));
}

function badCell(at: { readonly table: TableRows; readonly row: TableRow; readonly issue: z.core.$ZodIssue }): Finding {
  const column = columnOfField(String(at.issue.path[0] ?? ""));
  return {
    severity: "error",
    file: at.table.file,
    line: at.row.line,
    column,
    code: "bad-cell",
    found: cellOf(at.row, column),
    expected: at.issue.message,
    advice: `Correct ${column} of this row.`,
  };
}
