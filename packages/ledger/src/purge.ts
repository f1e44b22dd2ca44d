import type { Evidence } from "@qipan/policy/records/evidence";
import { type Id, instant, type Sha256 } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import { record } from "./audit.ts";
import { digestOf } from "./canonical-json.ts";
import { addedDigest, heldEvidenceDigest, reasonDigest, type VersionFacts, versionHash } from "./chain.ts";
import { documentById } from "./documents.ts";
import { evidenceRow } from "./evidence-row.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/** 清除结果. How many entries stood on nothing but the document and were withdrawn, in whatever unit. */
export interface Purged {
  readonly withdrawn: number;
}

/** Newest version of an entry that rested on the document alone, without what it said; in the column names of the table. */
interface Emptied {
  readonly newest: {
    readonly jurisdiction: VersionFacts["jurisdiction"];
    readonly entry: Id;
    readonly version: number;
    readonly visibility: VersionFacts["visibility"];
    readonly shared_with: VersionFacts["sharedWith"];
    readonly kind: string;
    readonly key: string;
    readonly origin: string;
    readonly confidence: string;
    readonly recorded_at: string;
    readonly evidence_versions: readonly number[];
    readonly evidence_count: number;
    readonly hash: Sha256;
  };
  /** Digests of what each version brought whose evidence still counts, in order. */
  readonly held: readonly Sha256[];
}

/** Stands in histories of all units that cited the document, so it says nothing of the document or the reason. */
const why = "The document that this stood on was purged.";

/**
 * 清除文件. Removes bytes, text, sentences, readings and quotes of a document for good, and what versions say that rest on
 * it alone; those entries are withdrawn. Hashes, digests, a tombstone with the reason and an audit record stay, so that
 * the ledger still verifies. A document purged before is left as it is. Only for administrators of its unit. Backups made
 * before still hold it.
 */
export async function purgeDocument(tx: Tx, id: Id, reason: string): Promise<Purged> {
  const document = await documentById(tx, id);
  if (document === null) throw new LedgerRefusal("not-found", `No document ${id} is held. Check its id.`);
  requireWrite(tx, document.jurisdiction);
  if (tx.principal.role !== "administrator")
    throw new LedgerRefusal(
      "forbidden",
      `Only an administrator of ${document.jurisdiction} purges its documents; ${tx.principal.actor} is ${tx.principal.role}.`,
    );
  if (reason.trim() === "")
    throw new LedgerRefusal(
      "invalid",
      "The purge has no reason. Say why the document is taken out; the reason stays in its tombstone.",
    );
  if (document.purged !== null) return { withdrawn: 0 };
  const { rows } =
    await sql<Emptied>`select newest, held from purge_document(${id}::uuid, ${reason}, ${tx.now}::timestamptz)`.execute(
      tx.db,
    );
  for (const emptied of rows) await withdrawEmptied(tx, id, emptied);
  const subject = { kind: "document", id };
  await record(tx, {
    action: "purge",
    subject,
    jurisdiction: document.jurisdiction,
    reason,
    details: { withdrawn: rows.length },
  });
  return { withdrawn: rows.length };
}

/** The next version says nothing and is withdrawn; the tombstone of the document is its evidence. */
async function withdrawEmptied(tx: Tx, document: Id, { newest, held }: Emptied): Promise<void> {
  const tombstone: Evidence = { kind: "decision", decision: document, note: why };
  const { kind, content, digest } = evidenceRow(tombstone, new Map());
  const added = addedDigest([digest]);
  const facts = nextFacts(tx, newest, heldEvidenceDigest([...held, added]));
  const { jurisdiction, entry, version } = facts;
  const row = versionRow(facts, newest, added);
  const note = { jurisdiction, entry, version, ordinal: 0, kind, content, digest };
  await sql`select withdraw_purged(${JSON.stringify(row)}::jsonb, ${JSON.stringify(note)}::jsonb)`.execute(tx.db);
}

function nextFacts(tx: Tx, newest: Emptied["newest"], evidenceDigest: Sha256): VersionFacts {
  const { jurisdiction, entry, visibility, kind, key, origin, confidence } = newest;
  const before = instant.parse(new Date(newest.recorded_at).toISOString());
  return {
    jurisdiction,
    entry,
    visibility,
    sharedWith: newest.shared_with,
    kind,
    key,
    origin,
    confidence,
    version: newest.version + 1,
    action: "withdraw",
    withdrawn: true,
    actor: tx.principal.actor,
    recordedAt: before > tx.now ? before : tx.now,
    previousHash: newest.hash,
    reasonDigest: reasonDigest(why),
    fieldsDigest: digestOf({}),
    evidenceDigest,
  };
}

/** In the column names of the table, because it is the table's owner that writes it. */
function versionRow(facts: VersionFacts, newest: Emptied["newest"], added: Sha256): Record<string, unknown> {
  const { jurisdiction, entry, visibility, kind, key, origin, confidence, version, action, withdrawn, actor } = facts;
  return {
    jurisdiction,
    entry,
    version,
    visibility,
    kind,
    key,
    origin,
    confidence,
    action,
    actor,
    withdrawn,
    shared_with: facts.sharedWith,
    recorded_at: facts.recordedAt,
    reason: why,
    title: "",
    fields: {},
    regions: [],
    evidence_versions: [...newest.evidence_versions, version],
    evidence_count: newest.evidence_count + 1,
    added_count: 1,
    added_digest: added,
    reason_digest: facts.reasonDigest,
    fields_digest: facts.fieldsDigest,
    evidence_digest: facts.evidenceDigest,
    redacted: false,
    previous_hash: facts.previousHash,
    hash: versionHash(facts),
  };
}
