import type { SentenceFate } from "@qipan/policy/records/anchor";
import type { Document } from "@qipan/policy/records/document";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { Decision } from "../decisions.ts";

/** 前后两版. The two versions, and what became of each sentence of the older one. */
export interface Versions {
  readonly older: Document;
  readonly newer: Document;
  readonly fates: ReadonlyMap<string, SentenceFate>;
}

/** 承接自. What a carried decision keeps of the one it comes from: who, when, and of which reading. */
export function carriedFrom({ id, decidedBy, decidedAt }: StoredReading): Pick<Decision, "details" | "decided"> {
  const details = { from: id };
  return decidedBy === null || decidedAt === null
    ? { details }
    : { details, decided: { by: decidedBy, at: decidedAt } };
}

/** 承接理由. Why an entry or a reading changes because a version came, in the name of whoever had decided. */
export function reasonOf({ state, decidedBy, decidedAt }: StoredReading, { older, newer }: Versions): string {
  const day = decidedAt === null ? "" : ` on ${decidedAt.slice(0, 10)}`;
  const by = decidedBy === null ? "" : ` by ${decidedBy}${day}`;
  return `carried over to version ${newer.version} of the document: ${state}${by} in version ${older.version}`;
}
