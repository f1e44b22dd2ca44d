import { CamelCasePlugin, Kysely, PostgresDialect } from "kysely";
import type pg from "pg";
import { Pool, types as driverTypes } from "pg";
import type { Schema } from "./schema.ts";

const dateOid = 1082;
const timestampOid = 1184;
const bigintOid = 20;

/** How values of the database come out: a day as its text, an instant as ISO 8601 with `Z`, a count as a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === dateOid) return (text: string) => text;
    if (oid === timestampOid) return (text: string) => new Date(text).toISOString();
    if (oid === bigintOid) return Number;
    return driverTypes.getTypeParser(oid, format);
  },
};

/** Settings that every connection of the ledger has; days and instants depend on them. */
export function withSessionSettings(config: pg.ClientConfig): pg.ClientConfig {
  return {
    ...config,
    types,
    application_name: "qipan",
    options: "-c search_path=qipan -c timezone=UTC -c datestyle=ISO",
  };
}

/** Pool of connections as the app role. */
export function poolOf(config: pg.ClientConfig, size: number): pg.Pool {
  const pool = new Pool({ ...withSessionSettings(config), max: size });
  pool.on("error", () => undefined); // a lost idle connection is replaced by the next query, which reports what is wrong
  return pool;
}

/** Typed query builder over a pool. */
export function builderOver(pool: pg.Pool): Kysely<Schema> {
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
