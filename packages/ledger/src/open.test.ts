import assert from "node:assert/strict";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createEntry } from "./entries.ts";
import { entriesPage } from "./entry-queries.ts";
import { anEvent, editorOf } from "./harness/samples.ts";
import { openLedger } from "./open.ts";

const dataDirectory = await mkdtemp(join(tmpdir(), "qipan-open-"));
after(() => rm(dataDirectory, { recursive: true, force: true }));
const postgres = ["15", "floor"].includes(process.env.QIPAN_TEST_POSTGRES ?? "") ? "floor" : "18";
const open = (lines: string[] = []) =>
  openLedger({
    dataDirectory,
    postgres,
    poolSize: 2,
    now: () => new Date("2026-01-05T02:00:00.000Z"),
    onProgress: (line) => lines.push(line),
  });
const beijing = editorOf("110000");

test("a data folder holds the ledger: what one opening writes the next one finds, and migrates nothing", async () => {
  const first = await open();
  await first.as(beijing, (tx) => createEntry(tx, anEvent("留存")));
  await first.close();
  const lines: string[] = [];
  const second = await open(lines);
  assert.equal((await second.as(beijing, (tx) => entriesPage(tx, { kind: "event", limit: 5 }))).total, 1);
  assert.deepEqual(lines, []);
  await second.close();
});

test("two ledgers on one folder work side by side, and one outlives the other", async () => {
  const [one, other] = [await open(), await open()];
  await one.as(beijing, (tx) => createEntry(tx, anEvent("并开")));
  await one.close();
  assert.equal((await other.as(beijing, (tx) => entriesPage(tx, { kind: "event", q: "并开", limit: 5 }))).total, 1);
  await other.close();
});

test("the password of the app role is readable by its owner alone", async () => {
  if (process.platform === "win32") return;
  assert.equal((await stat(join(dataDirectory, "app-password"))).mode & 0o777, 0o600);
});

test("neither a folder nor a server is a usage error that says what to set", () =>
  assert.rejects(openLedger({ now: () => new Date(0) }), { code: "set-up", message: /DATABASE_URL/u }));
