import type { Reading } from "./reading.ts";

/** 读出类别. Every type of reading, in the order in which pages list them. */
export const readingTypes = [
  "event",
  "measurement",
  "commitment",
  "achievement",
  "target",
  "agreement",
  "plan",
  "milestone",
  "organisation-change",
  "requirement",
  "declaration",
] as const satisfies readonly Reading["type"][];
