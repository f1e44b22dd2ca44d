import type { ClientBase } from "pg";

/** 库表. A table of the ledger with its columns, read from the catalogue, so that a backup forgets none. */
export interface LedgerTable {
  readonly table: string;
  readonly columns: readonly string[];
}

interface TableRow {
  readonly table: string;
  readonly columns: string[];
  readonly refers: string[];
}

// Parts of partitioned tables go with the whole; the list of migrations belongs to a database, not to its rows.
const tablesQuery = `
  select c.relname as "table",
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    array(select distinct r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid and not r.relispartition) as refers
  from pg_class c
  where c.relnamespace = 'qipan'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'migration'
  order by c.relname`;

/** Tables of the ledger, each after those it refers to. */
export async function ledgerTables(client: ClientBase): Promise<readonly LedgerTable[]> {
  const { rows } = await client.query<TableRow>(tablesQuery);
  const ordered: LedgerTable[] = [];
  const done = new Set<string>();
  while (ordered.length < rows.length) {
    const ready = rows.filter(({ table, refers }) => !done.has(table) && refers.every((name) => done.has(name)));
    if (ready.length === 0) throw new Error("Tables of the ledger refer to one another in a circle");
    for (const { table, columns } of ready) ordered.push({ table, columns });
    for (const { table } of ready) done.add(table);
  }
  return ordered;
}

/** A name of the catalogue as SQL. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Names of tables that hold rows; all of them empty is an empty list. `client` must see every row. */
export async function tablesWithRows(client: ClientBase): Promise<readonly string[]> {
  const holding: string[] = [];
  for (const { table } of await ledgerTables(client)) {
    const { rowCount } = await client.query(`select from qipan.${quotedName(table)} limit 1`);
    if (rowCount) holding.push(table);
  }
  return holding;
}
