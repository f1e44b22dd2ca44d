import type { Tx } from "@qipan/ledger/transaction";
import type { Document } from "@qipan/policy/records/document";
import type { Ground } from "@qipan/policy/records/ground";
import type { Id } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { KnownNames } from "./known-names.ts";

/** 批量结果. What became of each reading; in a dry run what would become of it (`entry` of a created one is then null). */
export interface BatchOutcome {
  readonly merged: { readonly reading: Id; readonly entry: Id; readonly title: string; readonly why: Ground }[];
  readonly created: { readonly reading: Id; readonly entry: Id | null; readonly title: string }[];
  readonly left: { readonly reading: Id; readonly why: Ground }[];
}

/** 一批. What the parts of accepting a document's readings share; each adds to `outcome`. */
export interface Batch {
  readonly tx: Tx;
  readonly document: Document;
  readonly ownership: Ownership;
  readonly names: KnownNames;
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  readonly outcome: BatchOutcome;
}

/** Reason of one decision: that of the whole batch, and why this reading. */
export function reasonFor({ reason }: Pick<Batch, "reason">, why: string): string {
  return reason ? `${reason} (${why})` : `batch: ${why}`;
}
