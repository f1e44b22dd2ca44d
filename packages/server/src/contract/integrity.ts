import { z } from "zod";
import { id, instant, sha256 } from "@qipan/policy/records/identity";
import { page } from "@qipan/policy/records/page";
import { op } from "./operation.ts";
import { pageQuery } from "./paging.ts";

/** 封存点. Merkle root over the changes since the last one of a jurisdiction, chained to it. */
export const checkpoint = z.object({
  /** `130000-4`: unit and number. */
  id: z.string(),
  jurisdiction: z.string(),
  sequence: z.int().positive(),
  leaves: z.int().nonnegative(),
  previousRoot: sha256.nullable(),
  root: sha256,
  closedAt: instant,
});
export type Checkpoint = z.infer<typeof checkpoint>;

export const listCheckpoints = op({
  method: "GET",
  path: "/api/checkpoints",
  topic: "integrity",
  summary: "Checkpoints of the ledger; keep a root elsewhere and the past can be proved against it",
  role: null,
  query: z.object(pageQuery),
  response: page(checkpoint),
  formats: ["json", "csv"],
});

/** 留痕. Who did what, when and why. */
export const auditRecord = z.object({
  id,
  at: instant,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  reason: z.string().nullable(),
});

export const listAudit = op({
  method: "GET",
  path: "/api/audit",
  topic: "integrity",
  summary: "Audit records of the caller's unit, newest first",
  role: "administrator",
  query: z.object({ subject: z.string().optional(), ...pageQuery }),
  response: page(auditRecord),
  formats: ["json", "csv"],
});
