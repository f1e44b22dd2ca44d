import type { Id, Sha256 } from "@qipan/policy/records/identity";
import { type Checkpoint, checkpointOf, type CheckpointRow } from "../checkpoints.ts";
import { type InclusionProof, inclusionProof } from "../merkle.ts";
import type { SealedKind } from "../schema/sealing-tables.ts";
import type { Tx } from "../transaction.ts";

/** 封存对象. What a leaf stands for; `version` is 0 for batches and documents. */
export interface SealedSubject {
  readonly kind: SealedKind;
  readonly id: Id;
  readonly version: number;
}

/** 入库证明. That a change stands in a checkpoint: its hash, the path to the root over the leaves, and the checkpoint. */
export interface SealProof {
  readonly hash: Sha256;
  readonly proof: InclusionProof;
  readonly checkpoint: Checkpoint;
}

/** 取证明. Path from one change to the root it stands under; null when no checkpoint covers it yet, or the unit is not read. */
export async function sealProof(tx: Tx, { kind, id, version }: SealedSubject): Promise<SealProof | null> {
  const leaf = await tx.db
    .selectFrom("checkpointLeaf")
    .selectAll()
    .where("subjectKind", "=", kind)
    .where("subject", "=", id)
    .where("version", "=", version)
    .executeTakeFirst();
  if (leaf === undefined) return null;
  const at = { jurisdiction: leaf.jurisdiction, number: leaf.checkpoint };
  const [row, leaves] = [await checkpointRow(tx, at), await leafHashes(tx, at)];
  return { hash: leaf.hash, proof: inclusionProof(leaves, leaf.ordinal), checkpoint: checkpointOf(row) };
}

type Place = Pick<Checkpoint, "jurisdiction" | "number">;

async function checkpointRow(tx: Tx, { jurisdiction, number }: Place): Promise<CheckpointRow> {
  const query = tx.db.selectFrom("checkpoint").selectAll();
  return query.where("jurisdiction", "=", jurisdiction).where("number", "=", number).executeTakeFirstOrThrow();
}

async function leafHashes(tx: Tx, { jurisdiction, number }: Place): Promise<readonly Sha256[]> {
  const query = tx.db.selectFrom("checkpointLeaf").select("hash").where("jurisdiction", "=", jurisdiction);
  const rows = await query.where("checkpoint", "=", number).orderBy("ordinal").execute();
  return rows.map(({ hash }) => hash);
}
