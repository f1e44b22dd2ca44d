import { errorAt, type Finding } from "./finding.ts";
import { KEYS, NETWORK_KINDS, NETWORK_SCHEMAS, type NetworkKind } from "./kinds.ts";
import type { Network } from "./network.ts";
import { missingKinds } from "./references.ts";
import { cellOf, columnOfField, type NetworkRow, type NetworkTable } from "./table.ts";

/** 表与键. Every table that others refer to, each with the columns of its schema and no two rows with the same key. */
export function keyFindings(network: Network): readonly Finding[] {
  const missing = [...missingKinds(network)].map(missingTable);
  const present = NETWORK_KINDS.flatMap((kind) => {
    const table = network.tables.get(kind);
    if (!table) return [];
    return [...headerFindings(kind, table), ...KEYS[kind].flatMap((columns) => duplicates(table, columns))];
  });
  return [...missing, ...present];
}

function missingTable(kind: NetworkKind): Finding {
  return errorAt(
    { table: { file: kind } },
    {
      code: "missing-table",
      found: "no table",
      expected: `a table of kind ${kind}, which others refer to`,
      advice: "Add it to the pack.",
    },
  );
}

function headerFindings(kind: NetworkKind, table: NetworkTable): readonly Finding[] {
  const wanted = Object.keys(NETWORK_SCHEMAS[kind].shape).map(columnOfField);
  const header = (column: string, code: string, advice: string): Finding =>
    errorAt(
      { table, row: { line: 1 }, column },
      { code, found: table.header.join(","), expected: `columns ${wanted.join(",")}`, advice },
    );
  return [
    ...wanted
      .filter((column) => !table.header.includes(column))
      .map((column) => header(column, "missing-column", `Add the column ${column}.`)),
    ...table.header
      .filter((column) => !wanted.includes(column))
      .map((column) => header(column, "unknown-column", `Remove or rename the column ${column}.`)),
  ];
}

function duplicates(table: NetworkTable, columns: readonly string[]): readonly Finding[] {
  const first = new Map<string, NetworkRow>();
  return table.rows.flatMap((row) => {
    const found = columns.map((column) => cellOf(row, column)).join(" | ");
    const earlier = first.get(found);
    if (!earlier) first.set(found, row);
    if (!earlier) return [];
    const expected = `a value of its own; line ${earlier.line} has the same`;
    const advice = "Merge the two rows, or tell them apart.";
    return [errorAt({ table, row, column: columns.join("+") }, { code: "duplicate-key", found, expected, advice })];
  });
}
