import type { Fate } from "@qipan/policy/records/anchor";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Observation } from "@qipan/policy/records/observation";
import { sql } from "kysely";
import { entriesByIds } from "../entry-queries.ts";
import { observationsByIds } from "../observation-queries.ts";
import type { Tx } from "../transaction.ts";

/** 受影响. What stands on a sentence that a new version of its document changed or lost, and is not settled. */
export interface AffectedRow {
  readonly kind: "entry" | "observation";
  readonly subject: Id;
  readonly jurisdiction: JurisdictionCode;
  readonly oldDocument: Id;
  readonly oldAddress: string;
  readonly oldText: string;
  readonly quotes: readonly string[];
  readonly state: Fate;
  readonly newAddress: string | null;
  readonly newText: string | null;
  readonly likeness: number;
}

/** With the entry or observation itself; one of the two is there. */
export interface Affected extends AffectedRow {
  readonly entry: Entry | null;
  readonly observation: Observation | null;
}

/**
 * 取受影响. In the order of the older text. An entry is no longer affected at a sentence once it is withdrawn, stands on the
 * sentence that the older one became, or was settled; an observation once another took its place. Nothing of a document
 * that corrects none.
 */
export async function affectedBy(tx: Tx, newer: Id): Promise<readonly Affected[]> {
  const rows = await affectedRows(tx, newer);
  const idsOf = (kind: AffectedRow["kind"]): readonly Id[] =>
    rows.filter((row) => row.kind === kind).map(({ subject }) => subject);
  const entries = new Map((await entriesByIds(tx, idsOf("entry"))).map((entry) => [entry.id, entry]));
  const figures = new Map((await observationsByIds(tx, idsOf("observation"))).map((figure) => [figure.id, figure]));
  return rows.map((row) => ({
    ...row,
    entry: row.kind === "entry" ? (entries.get(row.subject) ?? null) : null,
    observation: row.kind === "observation" ? (figures.get(row.subject) ?? null) : null,
  }));
}

/** The same without what is affected: one row for each entry or observation and sentence. */
export async function affectedRows(tx: Tx, newer: Id): Promise<readonly AffectedRow[]> {
  const { rows } = await sql<AffectedRow>`
    with touched as materialized (
      select a.*, o.text as old_text, n.text as new_text
      from sentence_alignment a
      join sentence o on o.jurisdiction = a.jurisdiction and o.document = a.document and o.paragraph = a.paragraph and o.ordinal = a.ordinal
      left join sentence n on n.jurisdiction = a.jurisdiction and n.document = a.newer and n.address = a.new_address
      where a.newer = ${newer} and a.state in ('changed', 'lost')
    ), standing as (
      select 'entry' as kind, e.id as subject, e.jurisdiction, t.paragraph, t.ordinal, array_agg(v.quote order by v.version, v.ordinal) as quotes
      from touched t
      join evidence v on v.document_jurisdiction = t.jurisdiction and v.document = t.document and v.address = t.address and v.quote is not null
      join entry e on e.jurisdiction = v.jurisdiction and e.id = v.entry and not e.withdrawn and v.version = any(e.evidence_versions)
      where not exists (select from evidence h where h.jurisdiction = e.jurisdiction and h.entry = e.id
        and h.document = t.newer and h.address = t.new_address and h.version = any(e.evidence_versions))
      group by e.id, e.jurisdiction, t.paragraph, t.ordinal
      union all
      select 'observation', o.id, o.jurisdiction, t.paragraph, t.ordinal, array_agg(v.quote)
      from touched t
      join observation_evidence v on v.document_jurisdiction = t.jurisdiction and v.document = t.document and v.address = t.address and v.quote is not null
      join observation o on o.jurisdiction = v.jurisdiction and o.id = v.observation and o.superseded_at is null
      group by o.id, o.jurisdiction, t.paragraph, t.ordinal)
    select s.kind, s.subject, s.jurisdiction, s.quotes, t.document as old_document, t.address as old_address, t.old_text, t.state,
      t.new_address, t.new_text, t.likeness
    from standing s join touched t on t.paragraph = s.paragraph and t.ordinal = s.ordinal
    where not exists (select from settlement x where x.document = t.newer and x.subject = s.subject and x.address = t.address)
    order by t.paragraph, t.ordinal, s.kind, s.subject`.execute(tx.db);
  return rows;
}

/** How many were settled by somebody of the units that the principal reads. */
export async function settledCount(tx: Tx, newer: Id): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from settlement where document = ${newer}`.execute(tx.db);
  return rows[0]?.count ?? 0;
}
