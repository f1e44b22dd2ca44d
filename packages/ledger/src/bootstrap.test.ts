import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { publicReader } from "@qipan/policy/records/principal";
import { openEmbedded } from "./embedded/server.ts";
import { onDatabase } from "./harness/test-ledger.ts";
import { openLedger } from "./open.ts";

// A server of its own: roles belong to a whole server, and here nothing of Qipan may be on it yet.
const folder = await mkdtemp(join(tmpdir(), "qipan-office-"));
const postgres = ["15", "floor"].includes(process.env.QIPAN_TEST_POSTGRES ?? "") ? "floor" : "18";
const server = await openEmbedded({ dataDirectory: join(folder, "postgres"), postgres });
after(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});
const admin = server.adminUrl("postgres");
const urlFor = (user: string) => admin.replace("qipan_admin", `${user}:${user}`).replace("/postgres?", "/office?");

test("on an office's server an ordinary role with CREATEROLE and a database is enough", async () => {
  await onDatabase(admin, "create role office login createrole password 'office'");
  await onDatabase(admin, "create database office owner office");
  for (const start of ["first", "second"]) {
    const ledger = await openLedger({ databaseUrl: urlFor("office"), now: () => new Date(0), poolSize: 1 });
    assert.deepEqual(await ledger.as(publicReader, (tx) => tx.db.selectFrom("entry").selectAll().execute()), [], start);
    await ledger.close();
  }
});

test("the app connects as a role that is neither owner nor superuser nor above row security", async () => {
  const ledger = await openLedger({ databaseUrl: urlFor("office"), now: () => new Date(0), poolSize: 1 });
  const { rows } = await ledger.pool.query(
    "select session_user as who, rolsuper or rolbypassrls or rolcreaterole as above, pg_has_role(session_user, 'qipan_owner', 'member') as owner from pg_roles where rolname = session_user",
  );
  assert.deepEqual(rows, [{ who: "qipan_app", above: false, owner: false }]);
  await ledger.close();
});
