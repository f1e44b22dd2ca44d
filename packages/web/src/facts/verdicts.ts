import type { FactVerdict } from "@qipan/policy/records/statement";

/** 判定序. The verdicts from the gravest on, as pages list them; without the schemas that the record has. */
export const verdicts = [
  "conflicts",
  "stale",
  "refines",
  "agrees",
  "other-scope",
] as const satisfies readonly FactVerdict[];
