import { z } from "zod";
import { evidence } from "./evidence.ts";
import { calendarDate, id, instant } from "./identity.ts";
import { ownership } from "./jurisdiction.ts";
import { confidence } from "./provenance.ts";
import { typedValue } from "./value.ts";

/** 数量类型. What a number counts; sums and differences depend on it. `unstated` where the source does not say. */
export const valueKinds = ["point", "flow", "cumulative", "rate", "share", "index", "unstated"] as const;

/** 价格基础. Whether money is counted at current or constant prices; `none` where it is no money. */
export const priceBases = ["current", "constant", "unstated", "none"] as const;

/**
 * 观测. One value of one indicator for one region and period, in one series and vintage. `period` is what was written,
 * `periodStart` and `periodEnd` the days it covers. A correction is a new row; the old one keeps `supersededAt`.
 */
export const observation = z.object({
  id,
  ...ownership.shape,
  indicator: z.string(),
  region: z.string(),
  period: z.string(),
  periodStart: calendarDate,
  periodEnd: calendarDate,
  series: z.string(),
  vintage: z.string(),
  value: typedValue,
  unit: z.string(),
  valueKind: z.enum(valueKinds),
  priceBasis: z.enum(priceBases),
  derived: z.boolean(),
  confidence,
  note: z.string().nullable(),
  evidence: evidence.nullable(),
  batch: id,
  recordedAt: instant,
  supersededAt: instant.nullable(),
});
export type Observation = z.infer<typeof observation>;

/** 新观测. An observation before the ledger has given it an id, a batch and an instant. */
export type NewObservation = Omit<Observation, "id" | "batch" | "recordedAt" | "supersededAt" | "evidence"> & {
  readonly evidence: z.infer<typeof evidence>;
};
