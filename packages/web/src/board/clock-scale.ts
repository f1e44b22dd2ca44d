import { yearFraction } from "../format/day.ts";
import { programmeEndYear, programmeStartYear } from "./programme.ts";

const inset = 8;

/** Scale of the clock: a day to its place on a line of `width` pixels; days outside the face stop at its ends. */
export function clockScale(width: number): (day: string) => number {
  const years = programmeEndYear + 1 - programmeStartYear;
  return (day) => {
    const share = (yearFraction(day) - programmeStartYear) / years;
    return inset + Math.min(1, Math.max(0, share)) * (width - 2 * inset);
  };
}
