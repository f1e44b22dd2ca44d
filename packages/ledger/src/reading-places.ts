import type { Id } from "@qipan/policy/records/identity";
import type { ReadingState } from "@qipan/policy/records/stored-reading";
import type { Tx } from "./transaction.ts";

/** 读出之处. Where a reading stands in the text of its document and what became of it. */
export interface ReadingPlace {
  readonly id: Id;
  readonly type: string;
  readonly state: ReadingState;
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly entry: Id | null;
}

/** 一段之读出. Readings of a document whose main span begins from `from` on and before `to`, in order of the text. */
export async function readingPlaces(
  tx: Tx,
  document: Id,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly ReadingPlace[]> {
  return tx.db
    .selectFrom("reading")
    .select(["id", "type", "state", "address", "start", "end", "entry"])
    .where("document", "=", document)
    .where("start", ">=", from)
    .where("start", "<", to)
    .orderBy("start")
    .orderBy("id")
    .execute();
}
