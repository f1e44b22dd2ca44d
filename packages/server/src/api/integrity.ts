import { type AuditRecord as HeldRecord, auditPage } from "@qipan/ledger/audit";
import { checkpointsPage } from "@qipan/ledger/checkpoints";
import type { z } from "zod";
import type { auditRecord } from "../contract/integrity.ts";
import type { Handlers } from "../http/handlers.ts";

type AuditRecord = z.infer<typeof auditRecord>;

/** 存证. Checkpoints and audit records. */
export const integrityHandlers: Pick<Handlers, "listCheckpoints" | "listAudit"> = {
  listCheckpoints: ({ query: { cursor, limit } }, { within }) =>
    within(async (tx) => {
      const page = await checkpointsPage(tx, { cursor: cursor ?? null, limit });
      const items = page.items.map(({ number, jurisdiction, leaves, previousRoot, root, closedAt }) => ({
        id: `${jurisdiction}-${number}`,
        jurisdiction,
        sequence: number,
        leaves,
        previousRoot,
        root,
        closedAt,
      }));
      return { ...page, items };
    }),

  listAudit: ({ query: { subject, cursor, limit } }, { within }) =>
    within(async (tx) => {
      const page = await auditPage(tx, {
        ...(subject === undefined ? {} : { subject }),
        cursor: cursor ?? null,
        limit,
      });
      return { ...page, items: page.items.map(shown) };
    }),
};

function shown({ id, recordedAt, actor, action, subject, reason }: HeldRecord): AuditRecord {
  return { id, at: recordedAt, actor, action, subject, reason };
}
