import { visibility } from "@qipan/policy/records/jurisdiction";
import { confidence } from "@qipan/policy/records/provenance";
import { type EntryKind, registerOf } from "@qipan/policy/records/registers";
import { z } from "zod";
import { fieldColumns, leadColumns, tailColumns } from "../export/entry-export.ts";
import { fieldValue } from "./field-reading.ts";
import type { Table, TableRow } from "./table.ts";

/** 表误. A cell that cannot be taken over: where it stands, what stands there, what was expected. */
export interface TableFault {
  readonly row: number;
  readonly column: string;
  readonly found: string;
  readonly expected: string;
}

/** 来行. A row of an imported table: which entry it means, if it says so, and what it says of it. */
export interface IncomingRow {
  readonly row: number;
  readonly id: string | null;
  readonly key: string | null;
  readonly version: number | null;
  readonly visibility: z.infer<typeof visibility> | null;
  readonly confidence: z.infer<typeof confidence> | null;
  /** Only fields that have a column; a field without one stays as it is. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rows and faults of one table. */
export interface TableReading {
  readonly rows: readonly IncomingRow[];
  readonly faults: readonly TableFault[];
}

/** 读行. Reads a table as an export of the register writes it, its columns in any order and either language. */
export function readRows(kind: EntryKind, table: Table): TableReading {
  const columns = [...leadColumns, ...fieldColumns(kind), ...tailColumns];
  const faults: TableFault[] = [];
  const names = table.header.map((label, index) => {
    const column = columns.find(({ name, label: { zh, en } }) => label === name || label === zh || label === en);
    const repeated = table.header.indexOf(label) !== index;
    if (!column || repeated)
      faults.push({
        row: 1,
        column: label,
        found: label,
        expected: repeated ? "each column once" : `one of ${columns.map(({ name }) => name).join(", ")}`,
      });
    return column?.name;
  });
  if (faults.length > 0) return { rows: [], faults };
  return { rows: table.rows.map((row) => readRow(kind, row, { names, faults })), faults };
}

interface Ground {
  readonly names: readonly (string | undefined)[];
  readonly faults: TableFault[];
}

function readRow(kind: EntryKind, { number, cells }: TableRow, { names, faults }: Ground): IncomingRow {
  const cellAt = (name: string): string => cells[names.indexOf(name)]?.trim() ?? "";
  const checked = <T>(name: string, schema: z.ZodType<T>): T | null => {
    if (cellAt(name) === "") return null;
    const parsed = schema.safeParse(cellAt(name));
    if (parsed.success) return parsed.data;
    faults.push({
      row: number,
      column: name,
      found: cellAt(name),
      expected: parsed.error.issues[0]?.message ?? "another form",
    });
    return null;
  };
  return {
    row: number,
    id: checked("id", z.uuid()),
    key: cellAt("key") || null,
    version: checked("version", z.coerce.number<string>().int().positive()),
    visibility: checked("visibility", visibility),
    confidence: checked("confidence", confidence),
    fields: readFields(kind, cells, { row: number, names, faults }),
  };
}

function readFields(
  kind: EntryKind,
  cells: readonly string[],
  { row, names, faults }: Ground & { row: number },
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(registerOf(kind).fields.shape)) {
    const at = names.indexOf(name);
    if (at < 0) continue;
    const cell = cells[at] ?? "";
    const meta = schema instanceof z.ZodType ? schema.meta() : undefined;
    const reading = fieldValue(meta?.control, cell);
    if ("value" in reading) fields[name] = reading.value;
    else faults.push({ row, column: name, found: cell, expected: reading.expected });
  }
  return fields;
}
