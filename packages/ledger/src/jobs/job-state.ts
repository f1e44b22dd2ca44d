/** 作业状态. running under a dead worker is taken up again. */
export type JobState = "waiting" | "running" | "done" | "failed";

/** 作业结果. What became of a file; null while open, and for work that is about no file. */
export type JobOutcome = "created" | "held" | "refused" | "failed" | "cancelled";
