import { type ClientBase, escapeLiteral } from "pg";
import { LedgerRefusal } from "./refusal.ts";

/** Oldest server that the SQL of the ledger runs on. */
const oldestServer = 150_000;

const lockKey = 8_620_000; // any number of our own; held while one process sets a database up

/** From 16 on a member of a role may not always become it; the question for that does not exist before. */
const setPrivilege = "case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end";

/** Role that owns the tables, and role that the app and its jobs connect as. */
export const ownerRole = "qipan_owner";
export const appRole = "qipan_app";

/**
 * 建角色与模式. Makes what the migrations need: two roles and the schema. Harmless when everything is there. `client` is a
 * connection of a superuser or of a role with CREATEROLE; one without is told which SQL an administrator has to run.
 */
export async function bootstrap(client: ClientBase, appPassword: string): Promise<void> {
  await checkServer(client);
  if (await isComplete(client)) return;
  await client.query("select pg_advisory_lock($1)", [lockKey]);
  try {
    await makeRoles(client, appPassword);
    await makeSchema(client);
  } catch (error) {
    throw isDenied(error) ? new LedgerRefusal("set-up", await advice(client), { cause: error }) : error;
  } finally {
    await client.query("select pg_advisory_unlock($1)", [lockKey]);
  }
}

/** Gives the app role another password; used when a connection with the known one is refused. */
export async function setAppPassword(client: ClientBase, appPassword: string): Promise<void> {
  await client.query(`alter role ${appRole} password ${escapeLiteral(appPassword)}`);
}

async function checkServer(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
       current_setting('server_encoding') as encoding`,
  );
  const server = rows[0];
  if (server && server.number < oldestServer)
    throw new LedgerRefusal("set-up", `The server is PostgreSQL ${server.version}; Qipan needs 15 or newer.`);
  if (server && server.encoding !== "UTF8")
    throw new LedgerRefusal(
      "set-up",
      `The database is encoded in ${server.encoding}; Qipan needs one made with ENCODING 'UTF8'.`,
    );
}

async function isComplete(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ complete: boolean }>(
    `select (select count(*) from pg_roles where rolname in ('${ownerRole}', '${appRole}')) = 2
       and to_regnamespace('qipan') is not null
       and pg_has_role(current_user, (select oid from pg_roles where rolname = '${ownerRole}'), ${setPrivilege}) as complete`,
  );
  return rows[0]?.complete ?? false;
}

async function makeRoles(client: ClientBase, appPassword: string): Promise<void> {
  await client.query(creating(`create role ${ownerRole} nologin nosuperuser nocreatedb nocreaterole nobypassrls`));
  const { rowCount: held } = await client.query("select from pg_roles where rolname = $1", [appRole]);
  const password = escapeLiteral(escapeLiteral(appPassword)); // a literal inside the literal that is executed
  if (!held)
    await client.query(
      creating(
        `execute 'create role ${appRole} login nosuperuser nocreatedb nocreaterole nobypassrls password ' || ${password}`,
      ),
    );
  for (const role of [ownerRole, appRole])
    await client.query(
      `do $do$ begin if not pg_has_role(current_user, '${role}', ${setPrivilege}) then grant ${role} to current_user; end if; end $do$`,
    );
}

async function makeSchema(client: ClientBase): Promise<void> {
  await client.query(`create schema if not exists qipan authorization ${ownerRole}`);
  await client.query(`do $do$ begin set local role ${ownerRole}; grant usage on schema qipan to ${appRole}; end $do$`);
}

/** Roles belong to the whole server, so another process or database may be first: that is no failure. */
function creating(statement: string): string {
  return `do $do$ begin ${statement}; exception when duplicate_object or unique_violation then null; end $do$`;
}

function isDenied(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "42501";
}

async function advice(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ user: string; database: string }>(
    "select current_user as user, current_database() as database",
  );
  const { user, database } = rows[0] ?? { user: "qipan", database: "qipan" };
  return [
    `The database user ${user} may not make the roles and the schema of Qipan in ${database}. Let an administrator of the server run this there, then start again:`,
    `  create role ${ownerRole} nologin;`,
    `  create role ${appRole} login password '<the value of QIPAN_APP_PASSWORD>';`,
    `  grant ${ownerRole} to "${user}"; grant ${appRole} to "${user}";`,
    `  create schema qipan authorization ${ownerRole};`,
    `  grant usage on schema qipan to ${appRole};`,
  ].join("\n");
}
