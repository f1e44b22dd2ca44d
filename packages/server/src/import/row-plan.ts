import { isDeepStrictEqual } from "node:util";
import { entriesByIds, entriesByKeys } from "@qipan/ledger/entry-queries";
import type { Tx } from "@qipan/ledger/transaction";
import type { Entry } from "@qipan/policy/records/entry";
import { id as idSchema } from "@qipan/policy/records/identity";
import { type EntryKind, registerOf } from "@qipan/policy/records/registers";
import type { z } from "zod";
import type { IncomingRow, TableFault } from "./row-reading.ts";

/** 拟行. A row with the entry it means, if there is one, and the fields that entry would have. */
export interface PlannedRow {
  readonly incoming: IncomingRow;
  readonly held: Entry | undefined;
  readonly fields: Record<string, unknown>;
}

/** 导入计划. What an import would do, row by row; nothing of it may be done where there are faults. */
export interface ImportPlan {
  readonly created: readonly PlannedRow[];
  readonly changed: readonly (PlannedRow & { readonly held: Entry })[];
  readonly unchanged: number;
  readonly faults: readonly TableFault[];
}

/** 拟导入. Finds the entries that rows mean and holds every row against its register. */
export async function planRows(tx: Tx, kind: EntryKind, rows: readonly IncomingRow[]): Promise<ImportPlan> {
  const held = await heldEntries(tx, kind, rows);
  const faults: TableFault[] = [];
  const planned = rows.map((incoming) => planRow(kind, incoming, { held: held(incoming), faults }));
  const known = planned.filter((row): row is PlannedRow & { held: Entry } => row.held !== undefined);
  const changed = known.filter(saysSomethingNew);
  return {
    created: planned.filter((row) => row.held === undefined),
    changed,
    unchanged: known.length - changed.length,
    faults,
  };
}

/** Entries that the rows mean, by id, else by key, in two queries. */
async function heldEntries(
  tx: Tx,
  kind: EntryKind,
  rows: readonly IncomingRow[],
): Promise<(row: IncomingRow) => Entry | undefined> {
  const ids = rows.flatMap((row) => (row.id === null ? [] : [idSchema.parse(row.id)]));
  const keys = rows.flatMap(({ id, key }) => (id === null && key !== null ? [key] : []));
  const byId = new Map<string, Entry>((await entriesByIds(tx, ids)).map((entry) => [entry.id, entry]));
  const byKey = new Map((await entriesByKeys(tx, kind, keys)).map((entry) => [entry.key, entry]));
  return ({ id, key }) => (id === null ? byKey.get(key ?? "") : byId.get(id));
}

function planRow(
  kind: EntryKind,
  incoming: IncomingRow,
  { held, faults }: { held: Entry | undefined; faults: TableFault[] },
): PlannedRow {
  const { row, id, version } = incoming;
  const fault = (column: string, found: string, expected: string): void =>
    void faults.push({ row, column, found, expected });
  if (id !== null && held === undefined) fault("id", id, "an entry that is held; leave the cell empty for a new one");
  if (held && held.kind !== kind) fault("id", held.kind, `an entry of the register ${kind}`);
  if (held && version !== null && version !== held.version)
    fault("version", String(version), `${held.version}: the entry was changed since this table was exported`);
  const merged = { ...emptyFields(kind), ...held?.fields, ...incoming.fields };
  const parsed = registerOf(kind).fields.safeParse(merged);
  if (parsed.success) return { incoming, held, fields: parsed.data };
  for (const issue of parsed.error.issues) fault(String(issue.path[0]), found(merged, issue), issue.message);
  return { incoming, held, fields: merged };
}

function found(fields: Record<string, unknown>, issue: z.core.$ZodIssue): string {
  const value = fields[String(issue.path[0])];
  return typeof value === "string" ? value : JSON.stringify(value ?? null);
}

/** What a row without the column says: nothing, no members, no. */
function emptyFields(kind: EntryKind): Record<string, unknown> {
  const shape = registerOf(kind).fields.shape as Record<string, z.ZodType>;
  const emptyOf = (control: string | undefined): unknown =>
    control === "flag" ? false : control === "references" || control === "lines" ? [] : null;
  return Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, emptyOf(schema.meta()?.control)]));
}

function saysSomethingNew({ incoming, held, fields }: PlannedRow & { held: Entry }): boolean {
  const { visibility, confidence } = incoming;
  const sameState =
    (visibility ?? held.visibility) === held.visibility && (confidence ?? held.confidence) === held.confidence;
  return !sameState || !isDeepStrictEqual(fields, held.fields);
}
