import type { EntryOrigin, VersionAction } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id, Instant, Sha256 } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { Confidence } from "@qipan/policy/records/provenance";
import type { EntryKind } from "@qipan/policy/records/registers";
import type { Selectable } from "kysely";
import { insertRows, updateRows } from "./bulk.ts";
import { digestOf } from "./canonical-json.ts";
import { addedDigest, heldEvidenceDigest, reasonDigest, versionHash } from "./chain.ts";
import { checkEntryRules } from "./entry-rules.ts";
import { type EvidenceRow, evidenceRow, type Owners, ownersOf } from "./evidence-row.ts";
import { checkedFields, type Projection, projectionOf } from "./projection.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Schema } from "./schema.ts";
import { searchTerms } from "./search-terms.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/** 现版. An entry as held before a change. */
export type HeldEntry = Omit<Selectable<Schema["entry"]>, "terms">;

/** 新版. What the next version of an entry will say; `before` is null for a new entry. */
export interface VersionDraft extends Ownership {
  readonly before: HeldEntry | null;
  readonly id: Id;
  readonly kind: EntryKind;
  readonly key: string;
  readonly origin: EntryOrigin;
  readonly confidence: Confidence;
  readonly fields: Record<string, unknown>;
  readonly withdrawn: boolean;
  readonly action: VersionAction;
  readonly reason: string | null;
  readonly addEvidence: readonly Evidence[];
  /** Versions whose evidence no longer counts, for taking back a merge. */
  readonly dropEvidenceOf?: readonly number[];
}

type AddedDigests = ReadonlyMap<string, { readonly digest: Sha256; readonly count: number }>;

interface Written {
  readonly entry: HeldEntry;
  readonly version: Record<string, unknown>;
  readonly evidence: readonly (EvidenceRow & { jurisdiction: string; entry: Id; version: number; ordinal: number })[];
  readonly projection: Projection;
}

/**
 * 追加版本. Writes the next version of each entry, with its evidence, its place in the chain, and the entry row that
 * lists read; the only way in which entries change. A few statements however many drafts. Returns the entries in order.
 */
export async function appendVersions(tx: Tx, drafts: readonly VersionDraft[]): Promise<readonly HeldEntry[]> {
  for (const draft of drafts) requireWrite(tx, draft.jurisdiction);
  await checkEntryRules(tx, drafts);
  const owners = await ownersOf(
    tx,
    drafts.flatMap((draft) => draft.addEvidence),
  );
  const digests = await heldDigests(tx, drafts);
  const written = drafts.map((draft) => writeDraft(tx, draft, { owners, digests }));
  await store(tx, written);
  return written.map(({ entry }) => entry);
}

function writeDraft(
  tx: Tx,
  draft: VersionDraft,
  { owners, digests }: { owners: Owners; digests: AddedDigests },
): Written {
  const { before, id, jurisdiction } = draft;
  const fields = checkedFields(draft.kind, draft.fields);
  const projection = projectionOf(draft.kind, fields);
  const version = (before?.version ?? 0) + 1;
  const evidence = draft.addEvidence.map((item, ordinal) => ({
    jurisdiction,
    entry: id,
    version,
    ordinal,
    ...evidenceRow(item, owners),
  }));
  const added = { digest: addedDigest(evidence.map(({ digest }) => digest)), count: evidence.length };
  const kept = (before?.evidenceVersions ?? []).filter((number) => !draft.dropEvidenceOf?.includes(number));
  const parts = kept.map((number) => heldDigest(digests, id, number)).concat(evidence.length > 0 ? [added] : []);
  const head = headOf(tx, draft, { fields, projection, version });
  const facts = {
    action: draft.action,
    actor: tx.principal.actor,
    reasonDigest: reasonDigest(draft.reason),
    fieldsDigest: digestOf(fields),
    evidenceDigest: heldEvidenceDigest(parts.map(({ digest }) => digest)),
    previousHash: before?.hash ?? null,
  };
  const hash = versionHash({ ...head, ...facts, entry: id });
  const evidenceVersions = evidence.length > 0 ? [...kept, version] : kept;
  const evidenceCount = parts.reduce((sum, { count }) => sum + count, 0);
  const entry = { ...head, id, hash, evidenceVersions, evidenceCount };
  const { id: _, ...shared } = entry;
  const row = {
    ...shared,
    ...facts,
    entry: id,
    reason: draft.reason,
    addedCount: added.count,
    addedDigest: added.digest,
    redacted: false,
  };
  return { entry, version: row, evidence, projection };
}

type Head = Omit<HeldEntry, "id" | "hash" | "evidenceVersions" | "evidenceCount">;

function headOf(
  tx: Tx,
  draft: VersionDraft,
  said: { fields: Record<string, unknown>; projection: Projection; version: number },
): Head {
  const { jurisdiction, visibility, sharedWith, kind, key, origin, confidence, withdrawn, before } = draft;
  const { title, titleEn, whenDay, existsFrom, regions } = said.projection;
  const named = { jurisdiction, visibility, sharedWith: [...sharedWith], kind, key, origin, confidence, withdrawn };
  const listed = { title, titleEn, whenDay, existsFrom, regions: [...regions] };
  return {
    ...named,
    ...listed,
    version: said.version,
    fields: said.fields,
    recordedAt: later(tx.now, before?.recordedAt),
  };
}

/** A clock that was set back does not turn history round. */
function later(now: Instant, before: Instant | undefined): Instant {
  return before !== undefined && before > now ? before : now;
}

async function heldDigests(tx: Tx, drafts: readonly VersionDraft[]): Promise<AddedDigests> {
  const ids = drafts.flatMap(({ before }) => (before ? [before.id] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("entryVersion")
    .select(["entry", "version", "addedDigest", "addedCount"])
    .where("entry", "in", ids)
    .execute();
  return new Map(
    rows.map((row) => [`${row.entry} ${row.version}`, { digest: row.addedDigest, count: row.addedCount }]),
  );
}

function heldDigest(digests: AddedDigests, id: Id, version: number): { digest: Sha256; count: number } {
  const held = digests.get(`${id} ${version}`);
  if (!held)
    throw new LedgerRefusal(
      "forbidden",
      `Version ${version} of entry ${id} is not seen by this principal, so it cannot be built upon.`,
    );
  return held;
}

async function store(tx: Tx, written: readonly Written[]): Promise<void> {
  const fresh = written.filter(({ entry }) => entry.version === 1);
  const changed = written.filter(({ entry }) => entry.version > 1);
  await insertRows(tx.db, "entry", fresh.map(entryRow));
  await updateRows(tx.db, "entry", { rows: changed.map(entryRow), keys: ["jurisdiction", "id"] });
  await insertRows(
    tx.db,
    "entryVersion",
    written.map(({ version }) => version),
  );
  await insertRows(
    tx.db,
    "evidence",
    written.flatMap(({ evidence }) => evidence),
  );
  await storeLinks(
    tx,
    written,
    changed.map(({ entry }) => entry.id),
  );
}

function entryRow({ entry, projection }: Written): HeldEntry & { terms: string } {
  return { ...entry, terms: searchTerms(`${projection.text}\n${entry.key}`) };
}

async function storeLinks(tx: Tx, written: readonly Written[], changed: readonly Id[]): Promise<void> {
  if (changed.length > 0) await tx.db.deleteFrom("link").where("entry", "in", changed).execute();
  const rows = written.flatMap(({ entry, projection }) =>
    projection.references.map((reference) => ({ jurisdiction: entry.jurisdiction, entry: entry.id, ...reference })),
  );
  await insertRows(tx.db, "link", rows);
}
