import { z } from "zod";
import { jurisdictionCode } from "./jurisdiction.ts";

/** 角色. What a person may do; later parts attach permissions to these eight words and add none. */
export const role = z.enum([
  "reader",
  "officer",
  "clerk",
  "statistician",
  "editor",
  "supervisor",
  "director",
  "administrator",
]);
export type Role = z.infer<typeof role>;

/**
 * 主体. On whose behalf the ledger is asked. `reads` are the units whose drafts are seen, `writes` those whose rows may
 * be changed; both empty is the public reader.
 */
export const principal = z.object({
  actor: z.string().min(1).max(120),
  role,
  reads: z.array(jurisdictionCode),
  writes: z.array(jurisdictionCode),
});
export type Principal = z.infer<typeof principal>;

/** 公众. The principal of a request without a session. */
export const publicReader: Principal = { actor: "public", role: "reader", reads: [], writes: [] };
