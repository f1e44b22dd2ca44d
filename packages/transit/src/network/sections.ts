import { z } from "zod";
import { dayOrMonth, numberBetween, oneOf, optionalWhole, text, wholeBetween } from "./cell.ts";
import { LINE_STATUSES } from "./lines.ts";
import { provenance } from "./provenance.ts";

const pairsADay = optionalWhole(0, 1000);

/** 区间. Two neighbouring stations on a line; `km` passenger distance, `runMin` near the fastest run with both stops. */
export const sectionRow = z.object({
  sectionId: text,
  lineId: text,
  fromId: text,
  toId: text,
  fromZh: text,
  toZh: text,
  km: numberBetween(0.1, 500),
  designKmh: wholeBetween(80, 400),
  opened: dayOrMonth,
  status: oneOf(LINE_STATUSES),
  runMin: numberBetween(0.5, 600),
  runMethod: oneOf(["observed", "interpolated", "estimated", "design"]),
  emuPairsDay201603: pairsADay,
  emuPairsDay202001: pairsADay,
  emuPairsDay202101: pairsADay,
  convPairsDay202001: pairsADay,
  ...provenance,
});
export type SectionRow = z.output<typeof sectionRow>;
