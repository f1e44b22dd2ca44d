import type { Entry } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { NewObservation, Observation } from "@qipan/policy/records/observation";
import type { Confidence } from "@qipan/policy/records/provenance";
import type { EntryKind } from "@qipan/policy/records/registers";
import type { ReadingState, StoredReading } from "@qipan/policy/records/stored-reading";
import { updateRows } from "./bulk.ts";
import { createEntries, mergeEvidence } from "./entries.ts";
import { observationById } from "./observation-queries.ts";
import { addObservations } from "./observations.ts";
import { readingById } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/** 采纳为. The entry that a reading becomes; its evidence are the spans of the reading. */
export interface Acceptance {
  readonly entry: {
    readonly kind: EntryKind;
    readonly fields: Record<string, unknown>;
    readonly confidence: Confidence;
    readonly ownership: Ownership;
  };
  readonly reason?: string | null | undefined;
}

/** 采纳. Makes a new entry of a pending reading. */
export async function acceptReading(tx: Tx, id: Id, { entry, reason = null }: Acceptance): Promise<Entry> {
  const [accepted] = await acceptReadings(tx, [{ reading: await pendingReading(tx, id), entry, reason }]);
  if (!accepted) throw new Error("Accepting one reading gave no entry");
  return accepted;
}

/** 批量采纳. Like `acceptReading` for many readings that are known to be pending, in a few statements. */
export async function acceptReadings(
  tx: Tx,
  acceptances: readonly (Acceptance & { readonly reading: StoredReading })[],
): Promise<readonly Entry[]> {
  for (const { reading } of acceptances) requirePending(tx, reading);
  const news = acceptances.map(({ reading, entry, reason }) => ({
    ...entry,
    origin: "reading" as const,
    evidence: evidenceOfReading(reading),
    reason,
  }));
  const entries = await createEntries(tx, news);
  const decided = acceptances.map(({ reading, reason = null }, index) => {
    const made = entries[index];
    return decision(tx, reading, {
      state: "accepted",
      entry: made?.id ?? null,
      entryVersion: made?.version ?? null,
      reason,
    });
  });
  await updateRows(tx.db, "reading", { rows: decided, keys: ["jurisdiction", "id"] });
  return entries;
}

/** 并入. Adds the spans of a pending reading to an entry that is held already. */
export async function mergeReading(
  tx: Tx,
  id: Id,
  { into, reason = null }: { into: Id; reason?: string | null },
): Promise<Entry> {
  const reading = await pendingReading(tx, id);
  const { entry, version } = await mergeEvidence(tx, into, { evidence: evidenceOfReading(reading), reason });
  await decide(tx, reading, { state: "merged", entry: into, entryVersion: version, reason });
  return entry;
}

/** 采纳为观测. Makes an observation of a pending reading; the main span is its evidence. */
export async function acceptAsObservation(
  tx: Tx,
  id: Id,
  observation: Omit<NewObservation, "evidence">,
): Promise<Observation> {
  const reading = await pendingReading(tx, id);
  const [evidence] = evidenceOfReading(reading);
  if (!evidence) throw new Error(`Reading ${id} has no span`);
  const batch = { file: reading.documentName, sheet: null, sha256: null };
  const { ids, added } = await addObservations(tx, { batch, rows: [{ ...observation, evidence }] });
  const made = ids[0] === undefined ? null : await observationById(tx, ids[0]);
  if (!made) throw new Error("Adding one observation gave none");
  await decide(tx, reading, { state: added === 0 ? "merged" : "accepted", observation: made.id });
  return made;
}

/** 不采纳. The reading stays, rejected, whenever the document is imported again. */
export async function rejectReading(tx: Tx, id: Id, reason: string): Promise<void> {
  await decide(tx, await pendingReading(tx, id), { state: "rejected", reason });
}

/** What a decision sets; whatever is left out becomes null. */
export interface Decision {
  readonly state: ReadingState;
  readonly entry?: Id | null;
  readonly entryVersion?: number | null;
  readonly observation?: Id | null;
  readonly reason?: string | null;
}

/** Writes a decision on a reading. */
export async function decide(tx: Tx, reading: StoredReading, made: Decision): Promise<void> {
  await updateRows(tx.db, "reading", { rows: [decision(tx, reading, made)], keys: ["jurisdiction", "id"] });
}

function decision(tx: Tx, { jurisdiction, id }: StoredReading, made: Decision): Record<string, unknown> {
  const { state, entry = null, entryVersion = null, observation = null, reason = null } = made;
  return {
    jurisdiction,
    id,
    state,
    entry,
    entryVersion,
    observation,
    reason,
    decidedBy: tx.principal.actor,
    decidedAt: tx.now,
  };
}

function evidenceOfReading({ document, reading }: StoredReading): readonly Evidence[] {
  return reading.spans.map(({ address, start, end, text: quote }) => ({
    kind: "sentence",
    document,
    address,
    start,
    end,
    quote,
  }));
}

/** A reading that the principal may decide on. */
export async function readingToDecide(tx: Tx, id: Id): Promise<StoredReading> {
  const reading = await readingById(tx, id);
  if (!reading) throw new LedgerRefusal("not-found", `No reading ${id} is held. Load the list again.`);
  requireWrite(tx, reading.jurisdiction);
  return reading;
}

async function pendingReading(tx: Tx, id: Id): Promise<StoredReading> {
  await tx.db.selectFrom("reading").select("id").where("id", "=", id).forUpdate().execute(); // of two officers the second sees the first one's decision
  const reading = await readingToDecide(tx, id);
  requirePending(tx, reading);
  return reading;
}

function requirePending(tx: Tx, reading: StoredReading): void {
  requireWrite(tx, reading.jurisdiction);
  if (reading.state === "pending") return;
  throw new LedgerRefusal(
    "conflict",
    `This reading is ${reading.state} since ${reading.decidedAt ?? "an earlier import"}. Undo that decision first.`,
  );
}
