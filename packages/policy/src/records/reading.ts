import { z } from "zod";
import { day, diagnostic, textSpan } from "./document-text.ts";
import { domains } from "./domain.ts";
import { datePrecisions, eventKinds } from "./event.ts";
import { comparator } from "./mention.ts";
import { certainty } from "./provenance.ts";

/** 数值. Exact (`value`) or a range (`low` to `high`, `value` null), with unit and comparator as in a quantity mention. */
export const readValue = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  comparator,
});
export type ReadValue = z.infer<typeof readValue>;

const period = z.object({ start: day.nullable(), end: day.nullable() });

/** 变化. Change that a sentence states beside a level: 同比下降15.2%, 比上年上升8个百分点. */
export const readChange = z.object({
  direction: z.enum(["up", "down"]),
  amount: z.number().nullable(),
  unit: z.string().nullable(),
  comparator,
  basePeriod: period.nullable(),
});
export type ReadChange = z.infer<typeof readChange>;

/**
 * `key` identifies the same reading in another import of the document: kind, normalised words of the first span and
 * an ordinal among equals, never an offset. `spans` are in text order, the first is the main one and never missing.
 * `certainty` names for each field that was read whether the text says it or it was concluded.
 */
const readingFields = {
  key: z.string(),
  recogniser: z.string(),
  spans: z.array(textSpan).min(1),
  certainty: z.record(z.string(), certainty),
  diagnostics: z.array(diagnostic),
  refinements: z.array(z.string()),
};

/** 事件. A dated happening; `cut` when the text breaks off inside its entry. `place` as written. */
export const eventReading = z.object({
  type: z.literal("event"),
  ...readingFields,
  dateStart: day.nullable(),
  dateEnd: day.nullable(),
  precision: z.enum(datePrecisions).nullable(),
  title: z.string(),
  kind: z.enum(eventKinds),
  place: z.string().nullable(),
  regions: z.array(z.string()),
  participants: z.array(z.string()),
  cut: z.boolean(),
});
export type EventReading = z.infer<typeof eventReading>;

/** 观测. One observed figure: whose it is, of which period, how much, and the change stated with it. */
export const measurementReading = z.object({
  type: z.literal("measurement"),
  ...readingFields,
  ...readValue.shape,
  indicator: z.string(),
  region: z.string(),
  period: period,
  change: readChange.nullable(),
  cumulative: z.boolean(),
});
export type MeasurementReading = z.infer<typeof measurementReading>;

const undertakingFields = {
  ...readingFields,
  action: z.string(),
  object: z.string(),
  deadline: day.nullable(),
  target: readValue.nullable(),
  region: z.string(),
  domain: z.enum(domains),
};

/** 任务. What a plan promises: one verb and object that one lead unit would answer for. */
export const commitmentReading = z.object({
  type: z.literal("commitment"),
  ...undertakingFields,
  status: z.literal("planned"),
});
export type CommitmentReading = z.infer<typeof commitmentReading>;

/** 成效. What a report claims as done or under way. */
export const achievementReading = z.object({
  type: z.literal("achievement"),
  ...undertakingFields,
  status: z.enum(["done", "under-way"]),
});
export type AchievementReading = z.infer<typeof achievementReading>;

/** 读出. A proposed entry with the words it stands on. */
export const reading = z.discriminatedUnion("type", [
  eventReading,
  measurementReading,
  commitmentReading,
  achievementReading,
]);
export type Reading = z.infer<typeof reading>;
