import assert from "node:assert/strict";
import { test } from "node:test";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { ConfigFault } from "../config.ts";
import { DataFolderFault } from "../data-folder.ts";
import { PortRefused } from "../http/listen.ts";
import { failureOf } from "./failure.ts";
import { UsageFault } from "./usage.ts";

const withCode = (message: string, code: string): Error => Object.assign(new Error(message), { code });

for (const [rule, thrown, code, message] of [
  ["wrong usage ends with 2, in its own words", new UsageFault("Found x, expected y."), 2, /^Found x, expected y\.$/u],
  ["so does a setting that cannot be used", new ConfigFault(["QIPAN_PORT: found a"]), 2, /QIPAN_PORT/u],
  ["what the ledger refuses ends with 1", new LedgerRefusal("conflict", "Two changes met."), 1, /^Two changes met\.$/u],
  ["a folder that cannot be used", new DataFolderFault("The folder is a file"), 1, /^The folder is a file$/u],
  ["a port that is taken", new PortRefused("Port 8620 is taken"), 1, /^Port 8620 is taken$/u],
  ["a database that does not answer", withCode("connect", "ECONNREFUSED"), 1, /Check DATABASE_URL/u],
  ["a full disk", withCode("write", "ENOSPC"), 1, /disk is full/u],
  ["a fault of ours says how to tell us", new TypeError("x is undefined"), 1, /QIPAN_DEBUG=1/u],
] as const)
  test(`failure: ${rule}`, () => {
    const failure = failureOf(thrown, false);
    assert.equal(failure.code, code);
    assert.match(failure.message, message);
    assert.doesNotMatch(failure.message, /\n\s+at /u);
  });

test("failure: the stack is told where it is asked for", () => {
  assert.match(failureOf(new TypeError("x"), true).message, /\n\s+at /u);
});
