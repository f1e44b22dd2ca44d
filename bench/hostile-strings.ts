import { sampleText } from "./sample-text.ts";

/** 恶例. Text that made other readers slow or hang, at a share of its full size. */
export interface Hostile {
  readonly name: string;
  readonly make: (share: number) => string;
}

const repeated = (name: string, unit: string, times: number): Hostile => ({
  name,
  make: (share) => unit.repeat(Math.ceil(times * share)),
});

/** 恶例表. The classes of input on which the peers take seconds to forever, and those that a parser of marks may fear. */
export const hostileStrings: readonly Hostile[] = [
  repeated("三万亿", "三万亿", 100_000),
  repeated("2018年", "2018年", 100_000),
  repeated("dotted ranges of dates", "2014.2—2018.2", 10_000),
  repeated("dotted ranges of dates, divided", "2014.2—2018.2、", 10_000),
  repeated("digits", "7", 1_000_000),
  repeated("《〈", "《〈", 100_000),
  repeated("empty lines", "\n", 100_000),
  {
    name: "no punctuation",
    make: (share) =>
      sampleText(1_500_000)
        .replaceAll(/[\s\p{P}]+/gu, "")
        .slice(0, Math.ceil(1_000_000 * share)),
  },
];
