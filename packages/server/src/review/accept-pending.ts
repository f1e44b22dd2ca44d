import { documentsByIds } from "@qipan/ledger/documents";
import { acceptAsObservations, type Details } from "@qipan/ledger/review";
import { oneBatchAtATime } from "@qipan/ledger/review/waiting";
import type { Tx } from "@qipan/ledger/transaction";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { acceptEvents } from "./accept-events.ts";
import { ownershipOf } from "./accept-reading.ts";
import type { Batch, BatchOutcome } from "./batch.ts";
import { documentRules } from "./document-rules.ts";
import { heldFigures } from "./held-figures.ts";
import { knownNames } from "./known-names.ts";
import { acceptNamed, type Named } from "./accept-named.ts";
import { type Proposal, proposalFrom } from "./proposal.ts";

/** 批量采纳要求. Pending readings of any documents; `details` go into the history of each decision. */
export interface PendingBatch {
  readonly pending: readonly StoredReading[];
  /** Tell what would happen and change nothing. */
  readonly dryRun: boolean;
  readonly reason?: string | undefined;
  readonly details?: Details | undefined;
}

/**
 * 采纳待决. Accepts many pending readings in one transaction, so that nothing becomes an entry twice: events that an entry
 * already tells are merged into it (of one document each into another one), passages that repeat each other become one,
 * the rest become entries and observations of the owner of their document. What cannot be accepted is left, with why.
 */
export async function acceptPending(
  tx: Tx,
  { pending, dryRun, reason, details = {} }: PendingBatch,
): Promise<BatchOutcome> {
  const outcome: BatchOutcome = { merged: [], created: [], left: [] };
  if (pending.length === 0) return outcome;
  if (!dryRun) await oneBatchAtATime(tx);
  const documents = await documentsByIds(tx, [...new Set(pending.map(({ document }) => document))]);
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const [names, rules] = [await knownNames(tx), await documentRules(tx, pending)];
  const batch: Batch = { tx, titles, names, rules, dryRun, reason, details, outcome };
  const events = pending.filter(({ type }) => type === "event");
  for (const alike of Map.groupBy(events, ownerKey).values()) await acceptEvents(batch, alike);
  await acceptOthers(
    batch,
    pending.filter(({ type }) => type !== "event"),
  );
  return outcome;
}

/** Passages only become one where the entry would belong to the same unit and be seen by the same people. */
function ownerKey({ jurisdiction, visibility, sharedWith }: StoredReading): string {
  return JSON.stringify([jurisdiction, visibility, sharedWith]);
}

type Figure = StoredReading & { readonly row: (Proposal & { readonly makes: "observation" })["row"] };

/** Figures and whatever else is no event; a figure for which the ledger holds one already is a person's to compare. */
async function acceptOthers(batch: Batch, pending: readonly StoredReading[]): Promise<void> {
  const proposed = pending.map((stored) => ({ stored, proposal: proposalFrom(stored.reading, batch.names) }));
  const named: Named[] = [];
  const figures = await heldFigures(
    batch.tx,
    proposed.map(({ proposal }) => proposal),
  );
  const accepted: Figure[] = [];
  for (const { stored, proposal } of proposed) {
    const row = proposal.makes === "observation" ? { ...proposal.row, vintage: batch.rules.vintage(stored) } : null;
    const why =
      batch.rules.refusal(stored) ?? (proposal.makes === "nothing" ? proposal.why : row && figures.clashOf(row));
    if (why !== null) batch.outcome.left.push({ reading: stored.id, why });
    if (why === null && proposal.makes === "entry") named.push({ stored, proposal });
    if (why !== null || row === null) continue;
    figures.add(row);
    accepted.push({ ...stored, row });
    batch.outcome.created.push({ reading: stored.id, entry: null, title: stored.quote });
  }
  await acceptNamed(batch, named);
  if (!batch.dryRun) await keepFigures(batch, accepted);
}

/** One import batch a document. */
async function keepFigures({ tx, reason, details }: Batch, figures: readonly Figure[]): Promise<void> {
  for (const group of Map.groupBy(figures, ({ document }) => document).values()) {
    const acceptances = group.map(({ row, ...reading }) => ({
      reading,
      observation: { ...row, ...ownershipOf(reading) },
      reason: reason ?? null,
    }));
    await acceptAsObservations(tx, acceptances, details);
  }
}
