import { type Precision, precisionOf, type WrittenDate } from "./date-interval.ts";

/** 段距. Size of what a range names at its ends. */
export function rangePrecision(left: WrittenDate, right: WrittenDate): Precision {
  if (right.day !== null || right.part?.of === "month") return "day";
  if (right.month !== null) return "month";
  if (left.year !== right.year) return "multi-year";
  return right.part ? precisionOf(right) : "year";
}

/** 承前. The second end of a range with what it leaves out. */
export function inherited(left: WrittenDate, right: WrittenDate): WrittenDate {
  const month = right.month ?? (right.day !== null ? left.month : null);
  return { ...right, year: right.year ?? left.year, month };
}
