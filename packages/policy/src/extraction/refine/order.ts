import type { Reading } from "../../records/reading.ts";
import type { Refinement } from "./refinement.ts";

/** 排序. Readings in the order of the text; of two that begin together the shorter first. */
export const orderRefinement: Refinement = {
  name: "order",
  apply: (readings) => [...readings].sort((a, b) => startOf(a) - startOf(b) || endOf(a) - endOf(b)),
};

const startOf = ({ spans }: Reading): number => spans[0]?.start ?? 0;
const endOf = ({ spans }: Reading): number => spans[0]?.end ?? 0;
