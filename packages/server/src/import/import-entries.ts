import { changeEntry, createEntries } from "@qipan/ledger/entries";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import type { Tx } from "@qipan/ledger/transaction";
import type { Entry } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { EntryKind } from "@qipan/policy/records/registers";
import type { Within } from "../http/handlers.ts";
import { homeOf } from "../jobs/home-unit.ts";
import { type ImportPlan, type PlannedRow, planRows } from "./row-plan.ts";
import { readRows, type TableFault } from "./row-reading.ts";
import { readTable } from "./table.ts";

/** What to import: the register, the file's name and bytes, and why. `dryRun` only says what would happen. */
export interface ImportCall {
  readonly kind: EntryKind;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly reason: string;
  readonly dryRun: boolean;
}

/** What an import did, or would do; with faults it did nothing. */
export interface ImportResult {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faults: readonly TableFault[];
}

/** Faults told at most; who has repaired these asks again. */
const mostFaults = 200;

/**
 * 导入条目. Rows of a table into one register, all or nothing. A row with an id or a key that is held changes that entry, if
 * it says anything new; any other becomes an entry. Each stands on the word of whoever imports, with the file's name.
 */
export async function importEntries(within: Within, call: ImportCall): Promise<ImportResult> {
  const { rows, faults } = readRows(call.kind, await readTable(call.bytes));
  if (faults.length > 0) return refused(faults);
  try {
    return await within(async (tx) => {
      const plan = await planRows(tx, call.kind, rows);
      if (plan.faults.length > 0) throw new Undone(refused(plan.faults));
      const result = await apply(tx, plan, call);
      if (call.dryRun || result.faults.length > 0) throw new Undone(result);
      return result;
    });
  } catch (failure) {
    if (failure instanceof Undone) return failure.result;
    throw failure;
  }
}

/** Ends the transaction without keeping anything. */
class Undone extends Error {
  readonly result: ImportResult;
  constructor(result: ImportResult) {
    super("The import was not kept");
    this.result = result;
  }
}

function refused(faults: readonly TableFault[]): ImportResult {
  return { created: 0, changed: 0, unchanged: 0, faults: faults.slice(0, mostFaults) };
}

async function apply(tx: Tx, plan: ImportPlan, call: ImportCall): Promise<ImportResult> {
  const evidence: Evidence = {
    kind: "attestation",
    officer: tx.principal.actor,
    statement: `Imported from ${call.name}: ${call.reason}`,
    attachment: null,
  };
  const counts = { created: plan.created.length, changed: plan.changed.length, unchanged: plan.unchanged };
  const ownership = { jurisdiction: homeOf(tx.principal), sharedWith: [] };
  let row = plan.created[0]?.incoming.row ?? 0;
  try {
    const created = plan.created.map(({ incoming, fields }) => ({
      kind: call.kind,
      origin: "import" as const,
      fields,
      evidence: [evidence],
      reason: call.reason,
      ...(incoming.key === null ? {} : { key: incoming.key }),
      ownership: { ...ownership, visibility: incoming.visibility ?? ("draft" as const) },
      confidence: incoming.confidence ?? ("verified" as const),
    }));
    if (created.length > 0) await createEntries(tx, created);
    for (const change of plan.changed) {
      row = change.incoming.row;
      await changeOne(tx, change, { evidence, reason: call.reason });
    }
    return { ...counts, faults: [] };
  } catch (failure) {
    if (!(failure instanceof LedgerRefusal)) throw failure;
    return refused([{ row, column: "", found: "", expected: failure.message }]);
  }
}

async function changeOne(
  tx: Tx,
  { incoming, held, fields }: PlannedRow & { held: Entry },
  { evidence, reason }: { evidence: Evidence; reason: string },
): Promise<void> {
  const { jurisdiction, sharedWith } = held;
  await changeEntry(tx, held.id, {
    expectedVersion: held.version,
    fields,
    ownership: { jurisdiction, sharedWith, visibility: incoming.visibility ?? held.visibility },
    confidence: incoming.confidence ?? held.confidence,
    addEvidence: [evidence],
    reason,
  });
}
