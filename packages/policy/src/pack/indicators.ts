import { z } from "zod";
import { domains } from "../records/domain.ts";
import { directions } from "../records/indicator.ts";
import { identifier, oneOf, text } from "./cell.ts";

/** 指标. One thing that is measured. */
export const indicatorRow = z.object({
  id: identifier,
  nameZh: text,
  nameEn: text,
  domain: oneOf(domains),
  /** `10^8 CNY`, `%`, `ug/m3`, `count`, `1` … */
  unit: text,
  direction: oneOf(directions),
  definition: text,
  frequency: text,
  publisher: text,
});
export type IndicatorRow = z.output<typeof indicatorRow>;
