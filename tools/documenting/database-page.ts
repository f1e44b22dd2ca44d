// Generates docs/generated/database.md: every table and column with its comment, from a database that the migrations have
// just made, so that the page shows what they make and not what somebody meant. Run: npm run docs
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLedger } from "../../packages/ledger/src/open.ts";
import { pageHead, table } from "./generated-page.ts";

interface ColumnRow {
  readonly table: string;
  readonly tableComment: string | null;
  readonly column: string;
  readonly type: string;
  readonly required: boolean;
  readonly comment: string | null;
}

/** 数据库页. Opens an embedded database of its own in a temporary folder and reads its catalogue. */
export async function databasePage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "qipan-docs-"));
  try {
    return pageOf(await columnsOfNewDatabase(folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function columnsOfNewDatabase(dataDirectory: string): Promise<readonly ColumnRow[]> {
  const ledger = await openLedger({ dataDirectory, now: () => new Date(0) });
  try {
    return (await ledger.pool.query<ColumnRow>(catalogue)).rows;
  } finally {
    await ledger.close();
  }
}

/** Partitions repeat their table and are left out. */
const catalogue = `
  select c.relname as "table", obj_description(c.oid, 'pg_class') as "tableComment", a.attname as "column",
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required, col_description(c.oid, a.attnum) as comment
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where n.nspname = 'qipan' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`;

function pageOf(columns: readonly ColumnRow[]): string {
  const head = pageHead({
    title: "数据库 Database",
    what: "every table and column of the schema `qipan`",
    from: "a database that the migrations in `packages/ledger/src/migrations` have just made",
    why: "so that this page shows what they make",
  });
  const sections = [...Map.groupBy(columns, (row) => row.table)].map(([name, rows]) => section(name, rows));
  return `${head}\n${sections.join("\n\n")}\n`;
}

function section(name: string, rows: readonly ColumnRow[]): string {
  const cells = rows.map(({ column, type, required, comment }) => [
    `\`${column}\``,
    type,
    required ? "yes" : "",
    comment ?? "",
  ]);
  return `## ${name}\n\n${rows[0]?.tableComment ?? ""}\n\n${table(["column", "type", "required", "meaning"], cells)}`;
}
