import type { Ledger } from "./open.ts";
import { withSnapshot } from "./backup/snapshot.ts";
import { verifyCheckpoints } from "./verify/checkpoints.ts";
import { verifyDocuments } from "./verify/documents.ts";
import { verifyEvidence } from "./verify/evidence.ts";
import { type Findings, notebook, type VerifyProgress } from "./verify/findings.ts";
import { verifyObservations, verifyPackRows } from "./verify/observations.ts";
import { verifyEntries, verifyVersions } from "./verify/versions.ts";

/**
 * 核验总账. Computes the whole ledger anew and compares: chains of versions, digests of fields, reasons and evidence,
 * quotes against sentences, sentences against texts, texts and bytes against their digests, figures and batches, pack
 * rows, and every checkpoint with its leaves. What a purge took out is accepted only with its tombstone.
 *
 * It reads one snapshot of all units, streaming, as the owner of the tables in a read-only transaction (see
 * `withSnapshot`); others may write meanwhile. No problems is an empty list; a dead database throws.
 */
export async function verifyLedger(
  ledger: Pick<Ledger, "adminConnection">,
  { onProgress }: { readonly onProgress?: (progress: VerifyProgress) => void } = {},
): Promise<Findings> {
  const notes = notebook(onProgress);
  await withSnapshot(ledger.adminConnection, async (snapshot) => {
    await verifyVersions(snapshot, notes);
    await verifyEntries(snapshot, notes);
    await verifyEvidence(snapshot, notes);
    await verifyDocuments(snapshot, notes);
    await verifyObservations(snapshot, notes);
    await verifyPackRows(snapshot, notes);
    await verifyCheckpoints(snapshot, notes);
  });
  return notes.findings();
}
