import type { Id } from "@qipan/policy/records/identity";
import type { BatchOutcome } from "../review/batch.ts";

/** 所告. What is told about one file; `file` is where it lay below what was named. */
export interface ToldFile {
  readonly file: string;
  readonly state: "done" | "held" | "failed" | "refused";
  readonly document: Id | null;
  readonly message: string;
  readonly accepted?: BatchOutcome;
}
