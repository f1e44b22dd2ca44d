import type { ThreadLimits } from "./thread-pool.ts";

/** 线程限度. Time and memory that one file may cost (`docs/operate.md` names them). */
export const readingLimits: ThreadLimits = { seconds: 300, heapMebibytes: 2048 };
