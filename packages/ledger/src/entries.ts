import type { Entry, EntryOrigin, VersionAction } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { Confidence } from "@qipan/policy/records/provenance";
import type { EntryKind } from "@qipan/policy/records/registers";
import { appendVersions, type HeldEntry, type VersionDraft } from "./append-versions.ts";
import { evidenceDigest } from "./chain.ts";
import { heldEntry } from "./entry-heads.ts";
import { entriesOf } from "./entry-row.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** 新条目. Without a key the id is the key. */
export interface NewEntry {
  readonly kind: EntryKind;
  readonly key?: string | undefined;
  readonly ownership: Ownership;
  readonly origin: EntryOrigin;
  readonly confidence: Confidence;
  readonly fields: Record<string, unknown>;
  readonly evidence: readonly Evidence[];
  readonly reason?: string | null | undefined;
}

/** 修改. What is left out stays; `expectedVersion` is the version that was being looked at. */
export interface EntryChange {
  readonly expectedVersion: number;
  readonly fields?: Record<string, unknown> | undefined;
  readonly ownership?: Ownership | undefined;
  readonly confidence?: Confidence | undefined;
  readonly addEvidence?: readonly Evidence[] | undefined;
  readonly reason: string;
}

/** 建条目. Refuses fields that are not as the register says, a key already held, and (at commit) missing evidence. */
export async function createEntry(tx: Tx, entry: NewEntry): Promise<Entry> {
  return only(await createEntries(tx, [entry]));
}

/** 批量建条目. Like `createEntry` for many, in a few statements. */
export async function createEntries(tx: Tx, entries: readonly NewEntry[]): Promise<readonly Entry[]> {
  for (const { kind, key, evidence } of entries) requireEvidence(evidence, `${kind} ${key ?? ""}`.trim());
  return entriesOf(
    tx,
    await appendVersions(
      tx,
      entries.map((entry) => firstDraft(tx, entry)),
    ),
  );
}

/** First version of a new entry, for callers that append versions in bulk. */
export function firstDraft(tx: Tx, entry: NewEntry): VersionDraft {
  const id = newId(tx.now);
  const { kind, key = id, ownership, origin, confidence, fields, evidence, reason = null } = entry;
  return {
    ...ownership,
    before: null,
    id,
    kind,
    key,
    origin,
    confidence,
    fields,
    withdrawn: false,
    action: "create",
    reason,
    addEvidence: evidence,
  };
}

/** 改条目. Refuses when the entry has changed since the version that was looked at. */
export async function changeEntry(tx: Tx, id: Id, change: EntryChange): Promise<Entry> {
  const before = await heldEntry(tx, id);
  requireWrite(tx, before.jurisdiction);
  if (before.version !== change.expectedVersion)
    throw new LedgerRefusal(
      "conflict",
      `The ${before.kind} ${before.title} is at version ${before.version}; the change was made to version ${change.expectedVersion}. Load it again and repeat the change.`,
    );
  const ownership = change.ownership ?? before;
  if (ownership.jurisdiction !== before.jurisdiction)
    throw new LedgerRefusal(
      "invalid",
      `The ${before.kind} ${before.title} belongs to ${before.jurisdiction} for good. Make a new entry in ${ownership.jurisdiction}.`,
    );
  const { visibility, sharedWith } = ownership;
  const { fields = before.fields, confidence = before.confidence, addEvidence = [], reason } = change;
  return write(
    tx,
    nextDraft(before, { action: "change", reason, visibility, sharedWith, fields, confidence, addEvidence }),
  );
}

/** 添依据. Adds evidence to an entry as a merge; evidence that it already has is left out. Null version: nothing was new. */
export async function mergeEvidence(
  tx: Tx,
  id: Id,
  { evidence, reason }: { evidence: readonly Evidence[]; reason: string | null },
): Promise<{ entry: Entry; version: number | null }> {
  const before = await heldEntry(tx, id);
  requireWrite(tx, before.jurisdiction);
  const [current] = await entriesOf(tx, [before]);
  const held = new Set(current?.evidence.shown.map(evidenceDigest));
  const addEvidence = evidence.filter((item) => !held.has(evidenceDigest(item)));
  if (addEvidence.length === 0 && current) return { entry: current, version: null };
  const entry = await write(tx, nextDraft(before, { action: "merge", reason, addEvidence }));
  return { entry, version: entry.version };
}

/** 撤依据. Takes back the evidence that one version brought. Refuses when nothing else would hold the entry. */
export async function dropEvidence(
  tx: Tx,
  id: Id,
  { version, reason }: { version: number; reason: string },
): Promise<Entry> {
  const before = await heldEntry(tx, id);
  requireWrite(tx, before.jurisdiction);
  if (before.evidenceVersions.every((number) => number === version))
    throw new LedgerRefusal(
      "no-evidence",
      `The ${before.kind} ${before.title} stands on nothing else. Withdraw it instead.`,
    );
  return write(tx, nextDraft(before, { action: "change", reason, dropEvidenceOf: [version] }));
}

/** 撤下条目. It stays in the ledger and leaves the lists. */
export async function withdrawEntry(tx: Tx, id: Id, reason: string): Promise<Entry> {
  return setWithdrawn(tx, id, { withdrawn: true, action: "withdraw", reason });
}

/** 恢复条目. Undoes a withdrawal. */
export async function restoreEntry(tx: Tx, id: Id, reason: string): Promise<Entry> {
  return setWithdrawn(tx, id, { withdrawn: false, action: "restore", reason });
}

async function setWithdrawn(
  tx: Tx,
  id: Id,
  next: { withdrawn: boolean; action: VersionAction; reason: string },
): Promise<Entry> {
  const before = await heldEntry(tx, id);
  requireWrite(tx, before.jurisdiction);
  if (before.withdrawn === next.withdrawn)
    throw new LedgerRefusal(
      "conflict",
      `The ${before.kind} ${before.title} is ${before.withdrawn ? "already withdrawn" : "not withdrawn"}.`,
    );
  return write(tx, nextDraft(before, next));
}

/** Next version of a held entry: as it stands, but for what is given. */
export function nextDraft(
  before: HeldEntry,
  change: Partial<VersionDraft> & Pick<VersionDraft, "action" | "reason">,
): VersionDraft {
  const { id, jurisdiction, visibility, sharedWith, kind, key, origin, confidence, fields, withdrawn } = before;
  return {
    before,
    id,
    jurisdiction,
    visibility,
    sharedWith,
    kind,
    key,
    origin,
    confidence,
    fields,
    withdrawn,
    addEvidence: [],
    ...change,
  };
}

async function write(tx: Tx, draft: VersionDraft): Promise<Entry> {
  return only(await entriesOf(tx, await appendVersions(tx, [draft])));
}

function requireEvidence(evidence: readonly Evidence[], what: string): void {
  if (evidence.length > 0) return;
  throw new LedgerRefusal(
    "no-evidence",
    `The ${what} has no evidence. Give the sentence, cell, pack row, decision or attestation that it stands on.`,
  );
}

function only(entries: readonly Entry[]): Entry {
  const [entry] = entries;
  if (!entry) throw new Error("Writing one version gave no entry");
  return entry;
}
