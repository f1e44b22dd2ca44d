import type { Id, Instant, Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";

/** 封存对象. What a checkpoint covers. */
export type SealedKind = "version" | "batch" | "document";

/** 待封. Columns of its table, described in the migrations. */
export interface UnsealedTable {
  jurisdiction: JurisdictionCode;
  subjectKind: SealedKind;
  subject: Id;
  version: number;
  hash: Sha256;
  recordedAt: Instant;
}

/** 检查点. Columns of its table, described in the migrations. */
export interface CheckpointTable {
  jurisdiction: JurisdictionCode;
  number: number;
  closedAt: Instant;
  closedBy: string;
  leafCount: number;
  leavesRoot: Sha256;
  previousRoot: Sha256 | null;
  root: Sha256;
}

/** 检查点叶. Columns of its table, described in the migrations. */
export interface CheckpointLeafTable {
  jurisdiction: JurisdictionCode;
  checkpoint: number;
  ordinal: number;
  subjectKind: SealedKind;
  subject: Id;
  version: number;
  hash: Sha256;
}
