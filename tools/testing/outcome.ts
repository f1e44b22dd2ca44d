/** 测试结果. One test or check of a run: where it stands, what it is called, how it ended. */
export interface Outcome {
  readonly group: string;
  /** File relative to the project root; empty for a check. */
  readonly file: string;
  /** Full title, parents first, joined by " › ". */
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped";
  readonly milliseconds: number;
  /** What went wrong, ready to print; empty unless failed. */
  readonly detail: string;
}

/** 计数. How many of a list ended in a state. */
export function count(outcomes: readonly Outcome[], state: Outcome["state"]): number {
  return outcomes.filter((outcome) => outcome.state === state).length;
}
