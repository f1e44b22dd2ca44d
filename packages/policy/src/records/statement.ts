import { z } from "zod";
import { milestoneStages } from "./document-reading.ts";
import { day } from "./document-text.ts";
import { comparator } from "./mention.ts";

/**
 * 陈述. What one document says of a fact, as far as statements can be compared: what it is about (`words`), of whom
 * (`region`), when (`start`–`end`; `due` when these days are a limit), and how much (`value`, or `low` to `high`; `total`: summed since a start). `once` says that it
 * can happen only once, `step` which step of a work it is. `asOf` is
 * the day up to which the document looks back, null where nothing tells it.
 */
export const statement = z.object({
  id: z.string(),
  document: z.string(),
  documentName: z.string(),
  asOf: day.nullable(),
  type: z.string(),
  address: z.string(),
  quote: z.string(),
  words: z.string(),
  region: z.string(),
  start: day.nullable(),
  end: day.nullable(),
  due: z.boolean(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  comparator,
  total: z.boolean(),
  once: z.boolean(),
  step: z.enum(milestoneStages).nullable(),
});
export type Statement = z.infer<typeof statement>;

/** 判定. How two statements of one fact stand to each other. */
export const factVerdicts = ["conflicts", "stale", "refines", "agrees", "other-scope"] as const;
export type FactVerdict = (typeof factVerdicts)[number];

/**
 * 判定之由. Why: the values are the same, overlap or lie apart; a total grows (by how much), falls or stands still; a flow
 * lies within a total; days are the same, finer or apart; what was due came later; regions, periods or counts differ.
 */
export const factGrounds = [
  "same-value",
  "values-overlap",
  "values-apart",
  "total-grows",
  "total-falls",
  "total-unchanged",
  "flow-within-total",
  "flow-beyond-total",
  "same-days",
  "finer-days",
  "days-apart",
  "later-than-due",
  "done-by-due",
  "other-region",
  "other-period",
  "other-count",
] as const;
export type FactGround = (typeof factGrounds)[number];

/** 比对结果. Verdict on two statements of a cluster by their ids; `amount` the difference where one is meant. */
export const factFinding = z.object({
  verdict: z.enum(factVerdicts),
  ground: z.enum(factGrounds),
  earlier: z.string(),
  later: z.string(),
  amount: z.number().nullable(),
  unit: z.string().nullable(),
});
export type FactFinding = z.infer<typeof factFinding>;

/** 同一事实. Statements about one thing in the order of what they tell, with every verdict; `verdict` is the gravest. */
export const factCluster = z.object({
  key: z.string(),
  title: z.string(),
  verdict: z.enum(factVerdicts),
  statements: z.array(statement),
  findings: z.array(factFinding),
});
export type FactCluster = z.infer<typeof factCluster>;
