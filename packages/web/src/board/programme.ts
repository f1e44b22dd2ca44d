/**
 * 纲要节点. Stages of the Outline of the Beijing–Tianjin–Hebei Plan (2015): near 2017, middle 2020, far 2030; the
 * programme counts from the meeting of 26 February 2014.
 */
export const programmeStart = "2014-02-26";
export const stages = [
  { year: 2017, day: "2017-12-31" },
  { year: 2020, day: "2020-12-31" },
  { year: 2030, day: "2030-12-31" },
] as const;

/** Last year of the clock's face. */
export const programmeEndYear = 2030;
/** First year of the clock's face. */
export const programmeStartYear = 2014;
