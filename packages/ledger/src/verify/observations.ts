import type { Evidence } from "@qipan/policy/records/evidence";
import type { Sha256 } from "@qipan/policy/records/identity";
import type { NewObservation } from "@qipan/policy/records/observation";
import type { TypedValue } from "@qipan/policy/records/value";
import type { Snapshot } from "../backup/snapshot.ts";
import { digestOf } from "../canonical-json.ts";
import { observationDigest } from "../chain.ts";
import { evidenceOfRow, type EvidenceRow } from "../evidence-row.ts";
import { type MerkleTree, merkleTree } from "../merkle.ts";
import type { Notebook } from "./findings.ts";

interface ObservationRow extends Omit<NewObservation, "value" | "evidence">, TypedValue {
  readonly id: string;
  readonly batch: string;
  readonly batchRow: number;
  readonly digest: Sha256;
  readonly batchHash: Sha256;
  readonly rowCount: number;
  readonly evidence: Evidence | null;
  readonly cited: (EvidenceRow & { readonly purged: boolean }) | null;
}

interface PackRow {
  readonly name: string;
  readonly content: Record<string, unknown>;
  readonly source: string;
  readonly licence: string;
  readonly confidence: string;
  readonly digest: Sha256;
}

/** A batch while its rows go by. */
interface OpenBatch {
  readonly name: string;
  readonly hash: Sha256;
  readonly rowCount: number;
  readonly tree: MerkleTree;
}

// The join is by columns that name a place in the batch, so rows come in the order in which they were hashed.
const observations = `
  select o.*, b.hash as batch_hash, b.row_count, case when e.observation is not null then jsonb_build_object('kind', e.kind, 'document', e.document,
      'address', e.address, 'start', e.start, 'end', e."end", 'quote', e.quote, 'content', e.content, 'purged', e.purged_at is not null) end as cited
  from qipan.observation o
  join qipan.import_batch b on b.jurisdiction = o.jurisdiction and b.id = o.batch
  left join qipan.observation_evidence e on e.jurisdiction = o.jurisdiction and e.observation = o.id
  order by o.jurisdiction, o.batch, o.batch_row`;
const emptyBatches = `
  select b.jurisdiction || ' batch ' || b.id as name, b.row_count from qipan.import_batch b
  where not exists (select from qipan.observation o where o.jurisdiction = b.jurisdiction and o.batch = b.id)`;
const packRows = `select pack || ' ' || "table" || ' ' || "row" as name, content, source, licence, confidence, digest from qipan.pack_row`;

/** 验观测. Every figure as it was brought, and every batch whole, in its order, under its root. */
export async function verifyObservations(snapshot: Snapshot, notes: Notebook): Promise<void> {
  let batch: OpenBatch | undefined;
  for await (const row of snapshot.stream<ObservationRow>(observations)) {
    const name = `${row.jurisdiction} batch ${row.batch}`;
    if (batch?.name !== name) {
      close(batch, notes);
      batch = { name, hash: row.batchHash, rowCount: row.rowCount, tree: merkleTree() };
    }
    verifyFigure(row, batch, notes);
    batch.tree.add(row.digest);
    notes.count("observations");
  }
  close(batch, notes);
  for (const { name, rowCount } of await snapshot.rows<{ name: string; rowCount: number }>(emptyBatches)) {
    notes.problem("batch-rows", name, { found: "no rows", expected: rowCount });
  }
}

/** 验包行. Every row of a pack as it was loaded. */
export async function verifyPackRows(snapshot: Snapshot, notes: Notebook): Promise<void> {
  for await (const { name, digest, content, source, licence, confidence } of snapshot.stream<PackRow>(packRows)) {
    const computed = digestOf({ content, source, licence, confidence });
    if (computed !== digest) notes.problem("pack-row-digest", name, { found: computed, expected: digest });
    notes.count("packRows");
  }
}

function verifyFigure(row: ObservationRow, { name, tree }: OpenBatch, notes: Notebook): void {
  if (row.batchRow !== tree.size)
    notes.problem("batch-rows", name, { found: `row ${row.batchRow}`, expected: `row ${tree.size}` });
  if (row.cited?.purged) return; // its words are gone; the digest stays under the root of the batch
  const evidence = row.evidence ?? (row.cited && evidenceOfRow(row.cited));
  const { nominal, qualifier, low, high, lowOpen, highOpen } = row;
  const value = { nominal, qualifier, low, high, lowOpen, highOpen };
  const digest = evidence ? observationDigest({ ...row, value, evidence }) : "no evidence";
  if (digest !== row.digest)
    notes.problem("observation-digest", `${row.jurisdiction} observation ${row.id}`, {
      found: digest,
      expected: row.digest,
    });
}

function close(batch: OpenBatch | undefined, notes: Notebook): void {
  if (batch === undefined) return;
  const { name, hash, rowCount, tree } = batch;
  notes.count("batches");
  if (tree.size !== rowCount) notes.problem("batch-rows", name, { found: tree.size, expected: rowCount });
  if (tree.root() !== hash) notes.problem("batch-hash", name, { found: tree.root(), expected: hash });
}
