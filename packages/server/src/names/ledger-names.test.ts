import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { createEntries } from "@qipan/ledger/entries";
import { testLedger } from "@qipan/ledger/harness/test-ledger";
import type { Evidence } from "@qipan/policy/records/evidence";
import { localOperator } from "../http/session.ts";
import { openReader } from "../ingest/reader.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { ledgerNames, noNames, namesOnceOpen } from "./ledger-names.ts";

const { ledger } = await testLedger();
const jurisdiction = localOperator.writes[0] ?? assert.fail();
const evidence: Evidence[] = [{ kind: "attestation", officer: "王敏", statement: "名称登记", attachment: null }];

async function addName(title: string, visibility: "public" | "draft"): Promise<void> {
  const nobody = { organisation: null, project: null, plan: null, validFrom: null, validTo: null, note: null };
  const fields = { title, aliasSort: "former" as const, place: "120000", ...nobody };
  const ownership = { jurisdiction, visibility, sharedWith: [] };
  await ledger.as(localOperator, (tx) =>
    createEntries(tx, [
      { kind: "alias", key: title, ownership, origin: "hand", confidence: "verified", fields, evidence },
    ]),
  );
}

/** Places read in a sentence that stands on a thread (long) or is read here (short). */
async function placesIn(text: string): Promise<readonly string[]> {
  const reader = await openReader(ownFolders(join(import.meta.dirname, "../../../..")), { names: ledgerNames(ledger) });
  try {
    const { result } = await reader.read({ doc: "a.txt", date: undefined, bytes: new TextEncoder().encode(text) });
    return result.mentions.flatMap(({ kind, text: words }) => (kind === "region" ? [words] : []));
  } finally {
    await reader.close();
  }
}

const sentence = "临河新港今年开工。";

test("[1.7] reading knows a public name once it is in the register, here and on a thread", async () => {
  assert.deepEqual(await placesIn(sentence), []);
  await addName("临河新港", "draft");
  assert.deepEqual(await placesIn(sentence), []); // a draft of one office changes nobody's reading
  await addName("临河新港镇", "public");
  assert.deepEqual(await placesIn("临河新港镇今年开工。"), ["临河新港镇"]);
});

test("a list is read anew only when a name has changed", async () => {
  const names = ledgerNames(ledger);
  const before = await names();
  assert.equal((await names()).names, before.names);
  await addName("上游渡口", "public");
  assert.notEqual((await names()).edition, before.edition);
});

test("before the ledger is open there are no names", async () => {
  assert.equal(await namesOnceOpen(() => undefined)(), noNames);
  assert.notEqual((await namesOnceOpen(() => ({ ledger }))()).names.length, 0);
});
