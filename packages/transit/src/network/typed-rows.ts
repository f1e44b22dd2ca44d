import type { z } from "zod";
import { errorAt, type Finding } from "./finding.ts";
import { NETWORK_SCHEMAS, type NetworkKind } from "./kinds.ts";
import { cellOf, columnOfField, fieldOfColumn, type NetworkRow, type NetworkTable } from "./table.ts";

/** 行的类型. Typed row of a network table of kind `K`. */
export type NetworkRowOf<K extends NetworkKind> = z.output<(typeof NETWORK_SCHEMAS)[K]>;

/** 定型结果. Rows that could be read, each with its line, and a finding for every cell that could not. */
export interface TypedRows<T> {
  readonly rows: readonly { readonly line: number; readonly row: T }[];
  readonly findings: readonly Finding[];
}

/**
 * 定型. Turns the text rows of a network table into typed rows; a row with a bad cell is left out, each bad cell reported.
 * @example typedRows("network/services", table).rows[0]?.row.runMin // [71, 56]
 */
export function typedRows<K extends NetworkKind>(kind: K, table: NetworkTable): TypedRows<NetworkRowOf<K>> {
  // NETWORK_SCHEMAS[kind] parses to NetworkRowOf<kind>; TypeScript cannot carry that through an indexed lookup.
  const schema = NETWORK_SCHEMAS[kind] as unknown as z.ZodType<NetworkRowOf<K>>;
  const rows: { line: number; row: NetworkRowOf<K> }[] = [];
  const findings: Finding[] = [];
  for (const row of table.rows) {
    const result = schema.safeParse(fieldsOf(row));
    if (result.success) rows.push({ line: row.line, row: result.data });
    else findings.push(...result.error.issues.map((issue) => badCell({ table, row, issue })));
  }
  return { rows, findings };
}

function fieldsOf(row: NetworkRow): Record<string, string> {
  return Object.fromEntries(Object.entries(row.cells).map(([column, written]) => [fieldOfColumn(column), written]));
}

function badCell(at: {
  readonly table: NetworkTable;
  readonly row: NetworkRow;
  readonly issue: z.core.$ZodIssue;
}): Finding {
  const column = columnOfField(String(at.issue.path[0] ?? ""));
  const found = cellOf(at.row, column);
  const advice = `Correct ${column} of this row.`;
  return errorAt({ ...at, column }, { code: "bad-cell", found, expected: at.issue.message, advice });
}
