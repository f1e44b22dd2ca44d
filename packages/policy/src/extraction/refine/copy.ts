import type { Refinement } from "./refinement.ts";

/**
 * 重印. Notes on a reading that its words stand earlier in the document too: pages print passages twice, and whoever
 * accepts the first should see that the second says nothing more. Runs after the keys are given; drops nothing.
 */
export const copyRefinement: Refinement = {
  name: "copy",
  apply: (readings) =>
    readings.map((reading) => {
      const end = reading.key.lastIndexOf(":");
      if (reading.key.slice(end + 1) === "1") return reading;
      return { ...reading, refinements: [...reading.refinements, `copy of ${reading.key.slice(0, end)}:1`] };
    }),
};
