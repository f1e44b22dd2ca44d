import type { Entry } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { NewObservation, Observation } from "@qipan/policy/records/observation";
import type { Confidence } from "@qipan/policy/records/provenance";
import type { EntryKind } from "@qipan/policy/records/registers";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { decide, decideAll, type DecisionOn } from "./decisions.ts";
import { createEntries, mergeEvidence } from "./entries.ts";
import { observationById } from "./observation-queries.ts";
import { mergeEvidenceAll } from "./merge-evidence.ts";
import { addObservations } from "./observations.ts";
import { pendingReading, pendingReadings } from "./pending-readings.ts";
import type { Tx } from "./transaction.ts";

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

/** What a decision belongs to besides itself, such as a batch: kept in its history. */
export type Details = Readonly<Record<string, unknown>>;

/** 采纳. Makes a new entry of a pending reading. */
export async function acceptReading(tx: Tx, id: Id, { entry, reason = null }: Acceptance): Promise<Entry> {
  const [accepted] = await acceptReadings(tx, [{ reading: await pendingReading(tx, id), entry, reason }]);
  if (!accepted) throw new Error("Accepting one reading gave no entry");
  return accepted;
}

/**
 * 批量采纳. Like `acceptReading` for many readings, in a few statements. Refuses as `conflict` when one of them is no longer
 * pending, so that of two officers who accept the same ones only one does.
 */
export async function acceptReadings(
  tx: Tx,
  acceptances: readonly (Acceptance & { readonly reading: StoredReading })[],
  details: Details = {},
): Promise<readonly Entry[]> {
  await pendingReadings(
    tx,
    acceptances.map(({ reading }) => reading.id),
  );
  const news = acceptances.map(({ reading, entry, reason }) => ({
    ...entry,
    origin: "reading" as const,
    evidence: evidenceOfReading(reading),
    reason,
  }));
  const entries = await createEntries(tx, news);
  const decisions = acceptances.map(({ reading, reason }, index): DecisionOn => {
    const { id: entry = null, version: entryVersion = null } = entries[index] ?? {};
    return { reading, decision: { action: "accept", state: "accepted", entry, entryVersion, reason, details } };
  });
  await decideAll(tx, decisions);
  return entries;
}

/** 并入. Adds the spans of a pending reading to an entry that is held already. */
export async function mergeReading(
  tx: Tx,
  id: Id,
  { into, reason = null, details = {} }: { into: Id; reason?: string | null; details?: Details },
): Promise<Entry> {
  const reading = await pendingReading(tx, id);
  const { entry, version } = await mergeEvidence(tx, into, { evidence: evidenceOfReading(reading), reason });
  await decide(tx, reading, { action: "merge", state: "merged", entry: into, entryVersion: version, reason, details });
  return entry;
}

/** 批量并入. Like `mergeReading` for many readings, in a few statements. */
export async function mergeReadings(
  tx: Tx,
  merges: readonly { readonly reading: Pick<StoredReading, "id">; readonly into: Id; readonly reason: string | null }[],
  details: Details = {},
): Promise<void> {
  const readings = await pendingReadings(
    tx,
    merges.map(({ reading }) => reading.id),
  );
  const evidence = readings.map(evidenceOfReading);
  const versions = await mergeEvidenceAll(
    tx,
    merges.map(({ into: entry, reason }, index) => ({ entry, reason, evidence: evidence[index] ?? [] })),
  );
  const decisions = readings.map((reading, index): DecisionOn => {
    const { into: entry = null, reason = null } = merges[index] ?? {};
    const entryVersion = versions[index] ?? null;
    return { reading, decision: { action: "merge", state: "merged", entry, entryVersion, reason, details } };
  });
  await decideAll(tx, decisions);
}

/** The observation that a reading becomes; the main span of the reading is its evidence. */
export type Figure = Omit<NewObservation, "evidence">;

/** 采纳为观测. Makes an observation of a pending reading; the main span is its evidence. */
export async function acceptAsObservation(
  tx: Tx,
  id: Id,
  observation: Figure,
  reason: string | null = null,
): Promise<Observation> {
  const [made] = await acceptAsObservations(tx, [{ reading: await pendingReading(tx, id), observation, reason }]);
  const added = made === undefined ? null : await observationById(tx, made);
  if (!added) throw new Error("Adding one observation gave none");
  return added;
}

/** 批量采纳为观测. Like `acceptAsObservation` for many readings of one document, in a few statements; ids in order. */
export async function acceptAsObservations(
  tx: Tx,
  acceptances: readonly {
    readonly reading: StoredReading;
    readonly observation: Figure;
    readonly reason?: string | null | undefined;
  }[],
  details: Details = {},
): Promise<readonly Id[]> {
  const [first] = acceptances;
  if (!first) return [];
  await pendingReadings(
    tx,
    acceptances.map(({ reading }) => reading.id),
  );
  const rows = acceptances.map(({ reading, observation }) => ({ ...observation, evidence: mainEvidence(reading) }));
  const batch = { file: first.reading.documentName, sheet: null, sha256: null };
  const { ids, fresh } = await addObservations(tx, { batch, rows });
  const decisions = acceptances.map(({ reading, reason }, index): DecisionOn => {
    const observation = ids[index] ?? null;
    const isNew = observation !== null && fresh.has(observation);
    const became = isNew
      ? ({ action: "accept", state: "accepted" } as const)
      : ({ action: "merge", state: "merged" } as const);
    return { reading, decision: { ...became, observation, reason, details } };
  });
  await decideAll(tx, decisions);
  return ids;
}

/** 不采纳. The reading stays, rejected, whenever the document is imported again. */
export async function rejectReading(tx: Tx, id: Id, reason: string): Promise<void> {
  await rejectReadings(tx, [id], { reason });
}

/** 批量不采纳. Refuses as `conflict` when one of them is no longer pending. */
export async function rejectReadings(
  tx: Tx,
  ids: readonly Id[],
  { reason, details = {} }: { readonly reason: string; readonly details?: Details },
): Promise<void> {
  const readings = await pendingReadings(tx, ids);
  const decision = { action: "reject", state: "rejected", reason, details } as const;
  await decideAll(
    tx,
    readings.map((reading) => ({ reading, decision })),
  );
}

/** 读出之依据. The spans of a reading as evidence, the main one first. */
export function evidenceOfReading({
  document,
  reading,
}: Pick<StoredReading, "document" | "reading">): readonly Evidence[] {
  return reading.spans.map(({ address, start, end, text: quote }) => ({
    kind: "sentence",
    document,
    address,
    start,
    end,
    quote,
  }));
}

function mainEvidence(reading: StoredReading): Evidence {
  const [evidence] = evidenceOfReading(reading);
  if (!evidence) throw new Error(`Reading ${reading.id} has no span`);
  return evidence;
}
