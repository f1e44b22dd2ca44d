import { z } from "zod";
import { clause } from "./clause.ts";

/** 异同段. A run of words that both versions have, only the older (`del`) or only the newer (`ins`). */
export const diffRun = z.object({ op: z.enum(["same", "del", "ins"]), text: z.string() });
export type DiffRun = z.infer<typeof diffRun>;

/** 条款变化. States of a clause between two versions; `moved` has the same words under another number or order. */
export const clauseChangeState = z.enum(["added", "removed", "changed", "moved", "same"]);
export type ClauseChangeState = z.infer<typeof clauseChangeState>;

/**
 * 条款异同. One clause in two versions. `oldClause` is null when it was added, `newClause` when it was removed. `parts`
 * written one after the other without `ins` give the old text, without `del` the new one; `likeness` 0 to 1.
 */
export const clauseChange = z.object({
  state: clauseChangeState,
  oldClause: clause.nullable(),
  newClause: clause.nullable(),
  likeness: z.number().min(0).max(1),
  parts: z.array(diffRun),
});
export type ClauseChange = z.infer<typeof clauseChange>;

/** 版本异同. All clauses of both versions in the order of the newer, removed ones where they stood; how many of each. */
export const versionDiff = z.object({
  changes: z.array(clauseChange),
  counts: z.record(clauseChangeState, z.int().nonnegative()),
});
export type VersionDiff = z.infer<typeof versionDiff>;
