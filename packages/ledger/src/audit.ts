import type { Id, Instant } from "@qipan/policy/records/identity";
import { type JurisdictionCode, jurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Page } from "@qipan/policy/records/page";
import { pageOf, plainColumn } from "./paging.ts";
import { mayWrite, type Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** 审计记录. Who did what to which row, when and why. */
export interface AuditRecord {
  readonly id: Id;
  readonly jurisdiction: JurisdictionCode;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly role: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subject: string;
  readonly reason: string | null;
  readonly details: Record<string, unknown>;
}

/** What there is to record; without a unit the record belongs to the first unit that the principal writes. */
export interface Deed {
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly jurisdiction?: JurisdictionCode;
  readonly reason?: string | null;
  readonly details?: Record<string, unknown>;
}

const nation = jurisdictionCode.parse("CN");

/** 记审计. Adds one record; it is never changed or removed. */
export async function record(tx: Tx, deed: Deed): Promise<void> {
  const row = {
    jurisdiction: deed.jurisdiction ?? homeOf(tx),
    id: newId(tx.now),
    recordedAt: tx.now,
    actor: tx.principal.actor,
    role: tx.principal.role,
    action: deed.action,
    subjectKind: deed.subject.kind,
    subject: deed.subject.id,
    reason: deed.reason ?? null,
    details: JSON.stringify(deed.details ?? {}),
  };
  await tx.db.insertInto("audit").values(row).execute();
}

function homeOf(tx: Tx): JurisdictionCode {
  return mayWrite(tx, nation) ? nation : (tx.principal.writes[0] ?? nation);
}

/** 审计列表. Newest first; a principal sees the records of the units it reads. */
export async function auditPage(
  tx: Tx,
  { subject, cursor, limit }: { subject?: string; cursor?: string | null; limit: number },
): Promise<Page<AuditRecord>> {
  let query = tx.db.selectFrom("audit").selectAll();
  if (subject !== undefined) query = query.where("subject", "=", subject);
  return pageOf(tx, query, { sort: plainColumn("recorded_at", "timestamptz", true), cursor, limit });
}
