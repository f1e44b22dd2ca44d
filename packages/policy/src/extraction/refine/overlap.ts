import type { Reading } from "../../records/reading.ts";
import type { Refinement } from "./refinement.ts";

/** 去重叠. Of two readings of one type over the same words the first stays; the other says nothing new. */
export const overlapRefinement: Refinement = {
  name: "overlap",
  apply(readings) {
    const seen = new Set<string>();
    return readings.filter((reading) => {
      const place = placeOf(reading);
      if (seen.has(place)) return false;
      seen.add(place);
      return true;
    });
  },
};

function placeOf(reading: Reading): string {
  const { start = 0, end = 0 } = reading.spans[0] ?? {};
  const figure =
    reading.type === "measurement" ? `${reading.value} ${reading.low} ${reading.unit} ${reading.indicator}` : "";
  return `${reading.type} ${start} ${end} ${figure}`;
}
