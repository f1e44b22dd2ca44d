/**
 * 措辞强度. How much the wording of a task promises: a prohibition, a thing built or basically built, a definite act, a start,
 * readiness to start, a striving, a push, a study.
 */
export const wordingStrengths = [
  "forbid",
  "built",
  "basically-built",
  "act",
  "start",
  "ready",
  "strive",
  "push",
  "study",
] as const;
export type WordingStrength = (typeof wordingStrengths)[number];
