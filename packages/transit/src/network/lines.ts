import { z } from "zod";
import { dayOrMonth, numberBetween, oneOf, text, wholeBetween } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 线路状态. */
export const LINE_STATUSES = ["open", "construction", "planned"] as const;

/** 线路. One opening of one line; a line that opened in parts has a row for each. */
export const lineRow = z.object({
  lineId: text,
  nameZh: text,
  nameEn: text,
  type: oneOf(["hsr", "intercity", "conventional", "suburban", "express", "branch", "link"]),
  sectionZh: text,
  fromId: text,
  toId: text,
  opened: dayOrMonth,
  status: oneOf(LINE_STATUSES),
  designKmh: wholeBetween(80, 400),
  km: numberBetween(0.5, 3000),
  stations: wholeBetween(2, 500),
  ...provenance,
});
export type LineRow = z.output<typeof lineRow>;
