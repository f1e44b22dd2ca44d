import type { Refusal } from "../records/refusal.ts";
import { spot, type Trace } from "./scan.ts";

/** 成追踪. A trace that keeps what it hears, for one document. */
export interface KeptTrace extends Trace {
  /** All that was left so far, in text order; each once. */
  refusals(): readonly Refusal[];
}

/** 起追踪. An empty trace. */
export function startTrace(): KeptTrace {
  const kept = new Map<string, Refusal>();
  return {
    refuse(scan, span, { by, reason }) {
      const refusal: Refusal = { ...spot(scan, span), by, reason };
      const key = `${refusal.start} ${refusal.end} ${by} ${reason}`;
      if (!kept.has(key)) kept.set(key, refusal);
    },
    refusals: () => [...kept.values()].sort((a, b) => a.start - b.start || b.end - a.end),
  };
}
