import type { Ledger } from "@qipan/ledger/open";
import type { Progress } from "./readiness.ts";

/**
 * 准备步骤. One thing that must be in the ledger before Qipan answers: the pack, the sample corpus. Doing it again on a
 * ledger that has it changes nothing and is quick.
 */
export interface SetUpStep {
  readonly name: string;
  run(ledger: Ledger, progress: Progress): Promise<void>;
}
