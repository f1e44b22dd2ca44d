import type { Reading } from "@qipan/policy/records/reading";

/** 读出名. What a reading is called before it is an entry: the event, the indicator, the undertaking; else its words. */
export function readingTitle(reading: Reading): string {
  return nameOf(reading) || (reading.spans[0]?.text ?? "").replaceAll(/\s+/gu, "");
}

function nameOf(reading: Reading): string {
  switch (reading.type) {
    case "event":
      return reading.title;
    case "measurement":
      return reading.indicator;
    case "commitment":
    case "achievement":
      return wordsOf(reading);
    case "target":
      return reading.indicator;
    case "agreement":
    case "plan":
      return reading.title;
    case "milestone":
      return reading.project;
    case "organisation-change":
      return reading.body;
    case "requirement":
      return reading.matter;
    case "declaration":
      return `${reading.of ?? ""}${reading.count}${reading.what}`;
  }
}

/** The words it was read in, on one line. */
const wordsOf = ({ spans }: Reading): string => (spans[0]?.text ?? "").replaceAll(/\s+/gu, "");
