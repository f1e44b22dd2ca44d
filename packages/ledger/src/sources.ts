import { findSource, type ListedSource, type SourceFinding } from "@qipan/policy/chronicle/source-rule";
import type { Standing } from "@qipan/policy/records/card";
import type { Id } from "@qipan/policy/records/identity";
import type { SourceFields } from "@qipan/policy/records/source";
import { sql } from "kysely";
import type { Tx } from "./transaction.ts";

/** 文件之据. What the rules ask of a document: its name, its source against the list, what it is worth. */
export interface DocumentGround {
  readonly id: Id;
  readonly name: string;
  readonly finding: SourceFinding;
  readonly standing: Standing | null;
}

/** 信源表. The source list as the principal sees it, highest rank first. */
export async function listedSources(tx: Tx): Promise<readonly ListedSource[]> {
  const rows = await tx.db
    .selectFrom("entry")
    .select(["id", "key", "title", "fields"])
    .where("kind", "=", "source")
    .where("withdrawn", "=", false)
    .execute();
  return rows
    .map(({ key, title, fields }) => {
      const { aliases, rank, dataAuthority } = fields as SourceFields; // the ledger takes no entry whose fields its register refuses
      return { key, title, names: [title, ...aliases], rank, dataAuthority };
    })
    .sort((a, b) => a.rank - b.rank);
}

/** 判文件来源. What is found of the source of each document that the principal sees. */
export async function documentGrounds(tx: Tx, documents: readonly Id[]): Promise<ReadonlyMap<Id, DocumentGround>> {
  if (documents.length === 0) return new Map();
  const list = await listedSources(tx);
  const rows = await tx.db
    .selectFrom("document")
    .select(["id", "name", "source", "issuer", "standing"])
    .where("id", "in", [...new Set(documents)])
    .execute();
  return new Map(
    rows.map(({ id, name, source, issuer, standing }) => {
      const issuers = issuer === null ? [] : issuer.split("、");
      return [id, { id, name, standing, finding: findSource({ source, issuers }, list) }];
    }),
  );
}

/** 信源使用. One name by which documents call their source, how many, and how many public and other events stand on them. */
export interface SourceUse {
  readonly source: string | null;
  readonly state: SourceFinding["state"];
  readonly key: string | null;
  readonly documents: number;
  readonly publicEvents: number;
  readonly otherEvents: number;
}

/** 信源使用表. How the documents and events that the principal sees fall by source, most documents first. */
export async function sourceUses(tx: Tx): Promise<readonly SourceUse[]> {
  const list = await listedSources(tx);
  const { rows } = await sql<{
    source: string | null;
    issuer: string | null;
    documents: number;
    public: number;
    other: number;
  }>`
    select d.source, case when d.source is null then d.issuer end as issuer, count(*) as documents,
      sum(e.public)::integer as public, sum(e.other)::integer as other
    from document d, lateral (select count(distinct e.id) filter (where e.visibility = 'public') as public,
        count(distinct e.id) filter (where e.visibility <> 'public') as other
      from evidence v join entry e on e.jurisdiction = v.jurisdiction and e.id = v.entry
      where v.document = d.id and e.kind = 'event' and not e.withdrawn and v.version = any(e.evidence_versions)) e
    where d.purged_at is null group by 1, 2`.execute(tx.db);
  const found = rows.map(({ source, issuer, ...counts }) => ({
    finding: findSource({ source, issuers: issuer === null ? [] : issuer.split("、") }, list),
    ...counts,
  }));
  return [...Map.groupBy(found, ({ finding }) => nameOf(finding) ?? "").values()]
    .flatMap((same) => (same[0] ? [useOf(same[0].finding, same)] : []))
    .sort((a, b) => b.documents - a.documents);
}

type Counts = { readonly documents: number; readonly public: number; readonly other: number };

function useOf(finding: SourceFinding, rows: readonly Counts[]): SourceUse {
  const sum = (of: (row: Counts) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    source: nameOf(finding),
    state: finding.state,
    key: finding.state === "listed" ? finding.source.key : null,
    documents: sum((row) => row.documents),
    publicEvents: sum((row) => row.public),
    otherEvents: sum((row) => row.other),
  };
}

function nameOf(finding: SourceFinding): string | null {
  if (finding.state === "listed") return finding.source.title;
  return finding.state === "unlisted" ? finding.named : null;
}
