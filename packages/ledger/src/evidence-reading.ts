import type { Evidence, VisibleEvidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import { evidenceOfRow } from "./evidence-row.ts";
import type { Tx } from "./transaction.ts";

/** What is known of an entry's evidence before it is read: which versions brought it, and how many pieces there are. */
export interface EvidenceHead {
  readonly id: Id;
  readonly evidenceVersions: readonly number[];
  readonly evidenceCount: number;
}

const none: VisibleEvidence = { shown: [], hidden: 0, purged: 0 };

/**
 * 读依据. Evidence of many entries in one query. The store gives only what lies in documents the principal sees; what is
 * missing to the count is hidden, and what a purge emptied is counted apart.
 */
export async function evidenceOf(tx: Tx, heads: readonly EvidenceHead[]): Promise<ReadonlyMap<Id, VisibleEvidence>> {
  if (heads.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("evidence")
    .select(["entry", "version", "kind", "document", "address", "start", "end", "quote", "content"])
    .where(
      "entry",
      "in",
      heads.map(({ id }) => id),
    )
    .orderBy("entry")
    .orderBy("version")
    .orderBy("ordinal")
    .execute();
  const byEntry = Map.groupBy(rows, ({ entry }) => entry);
  return new Map(heads.map((head) => [head.id, visible(head, byEntry.get(head.id) ?? [])]));
}

/** Evidence of one entry from the map that `evidenceOf` made. */
export function evidenceIn(map: ReadonlyMap<Id, VisibleEvidence>, id: Id): VisibleEvidence {
  return map.get(id) ?? none;
}

type Row = Parameters<typeof evidenceOfRow>[0] & { readonly version: number };

function visible(head: EvidenceHead, rows: readonly Row[]): VisibleEvidence {
  const holding = rows.filter(({ version }) => head.evidenceVersions.includes(version)).map(evidenceOfRow);
  const shown = holding.filter((item): item is Evidence => item !== null);
  return { shown, hidden: head.evidenceCount - holding.length, purged: holding.length - shown.length };
}
