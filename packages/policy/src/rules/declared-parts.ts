import type { planKinds } from "../records/plan.ts";

/** 计数之册. Register by which declared parts are counted: plans of a rank under the plan whose titles end so, or its tasks. */
export type PartCount =
  | { readonly by: "plan"; readonly planKind: (typeof planKinds)[number]; readonly ending: string }
  | { readonly by: "task" };

/** Last words of what is declared and the register that holds such parts; the longest word that fits counts. */
const counted: readonly (readonly [ending: string, count: PartCount])[] = [
  ["专项规划", { by: "plan", planKind: "special", ending: "规划" }],
  ["五年规划", { by: "plan", planKind: "five-year", ending: "规划" }],
  ["三年行动计划", { by: "plan", planKind: "three-year", ending: "计划" }],
  ["行动计划", { by: "plan", planKind: "three-year", ending: "计划" }],
  ["工作要点", { by: "plan", planKind: "annual", ending: "要点" }],
  ["任务", { by: "task" }],
];

/**
 * 何册计数. How declared parts are counted; null where no register holds such parts (方面, 章).
 * @example partCountOf("具体任务") // { by: "task" }
 */
export function partCountOf(what: string): PartCount | null {
  return counted.find(([ending]) => what.endsWith(ending))?.[1] ?? null;
}
