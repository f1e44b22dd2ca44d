import type { Refinement } from "./refinement.ts";

/** 排序. Readings in the order of the text; of two that begin together the shorter first. */
export const orderRefinement: Refinement = {
  name: "order",
  apply: (readings) =>
    [...readings].sort((a, b) => {
      const { start: startA = 0, end: endA = 0 } = a.spans[0] ?? {};
      const { start: startB = 0, end: endB = 0 } = b.spans[0] ?? {};
      return startA - startB || endA - endB;
    }),
};
