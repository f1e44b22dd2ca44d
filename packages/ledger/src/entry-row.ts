import type { Entry } from "@qipan/policy/records/entry";
import type { HeldEntry } from "./append-versions.ts";
import { evidenceIn, evidenceOf } from "./evidence-reading.ts";
import type { Tx } from "./transaction.ts";

/** Columns of an entry that a reader gets; the rest serves lists. */
export type EntryRow = Omit<HeldEntry, "hash" | "whenDay" | "existsFrom" | "regions">;

/** 组成条目. Entries of rows, with the evidence that the principal sees; one query for all of them. */
export async function entriesOf(tx: Tx, rows: readonly EntryRow[]): Promise<readonly Entry[]> {
  const evidence = await evidenceOf(tx, rows);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    key: row.key,
    jurisdiction: row.jurisdiction,
    visibility: row.visibility,
    sharedWith: row.sharedWith,
    origin: row.origin,
    confidence: row.confidence,
    version: row.version,
    recordedAt: row.recordedAt,
    withdrawn: row.withdrawn,
    title: row.title,
    titleEn: row.titleEn,
    fields: row.fields,
    evidence: evidenceIn(evidence, row.id),
  }));
}
