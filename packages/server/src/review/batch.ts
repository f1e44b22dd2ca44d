import type { Details } from "@qipan/ledger/review";
import type { Tx } from "@qipan/ledger/transaction";
import type { Ground } from "@qipan/policy/records/ground";
import type { Id } from "@qipan/policy/records/identity";
import type { DocumentRules } from "./document-rules.ts";
import type { KnownNames } from "./known-names.ts";

/** 批量结果. What became of each reading; in a dry run what would become of it (`entry` of a created one is then null). */
export interface BatchOutcome {
  readonly merged: { readonly reading: Id; readonly entry: Id; readonly title: string; readonly why: Ground }[];
  readonly created: { readonly reading: Id; readonly entry: Id | null; readonly title: string }[];
  readonly left: { readonly reading: Id; readonly why: Ground }[];
}

/** 一批. What the parts of accepting many readings share; each adds to `outcome`. */
export interface Batch {
  readonly tx: Tx;
  readonly names: KnownNames;
  /** What the documents of the readings allow. */
  readonly rules: DocumentRules;
  /** Titles of the documents that the readings stand in. */
  readonly titles: ReadonlyMap<Id, string | null>;
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  /** What the history of each decision says of the batch. */
  readonly details: Details;
  readonly outcome: BatchOutcome;
}

/** Reason of one decision: that of the whole batch, and why this reading. */
export function reasonFor({ reason }: Pick<Batch, "reason">, why: string): string {
  return reason ? `${reason} (${why})` : `batch: ${why}`;
}
