import { z } from "zod";
import { day, textSpan } from "./document-text.ts";
import {
  agreementReading,
  declarationReading,
  milestoneReading,
  organisationChangeReading,
  planReading,
  requirementReading,
  targetReading,
} from "./document-reading.ts";
import { domains } from "./domain.ts";
import { datePrecisions, eventKinds } from "./event.ts";
import { period, readChange, readingFields, readValue } from "./reading-fields.ts";
import { wordingStrengths } from "./wording-strength.ts";

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

/**
 * 任务. What a plan promises: one verb and object that one lead unit would answer for. `strength` is how much the wording
 * promises; `deliverable` what can be handed over, `place` where, `lead` and `helpers` who, as written; null and the empty
 * list: not said. `fieldSpans` says for each field that was read where its words stand.
 */
export const commitmentReading = z.object({
  type: z.literal("commitment"),
  ...undertakingFields,
  status: z.literal("planned"),
  strength: z.enum(wordingStrengths),
  deliverable: z.string().nullable(),
  place: z.string().nullable(),
  lead: z.string().nullable(),
  helpers: z.array(z.string()),
  fieldSpans: z.record(z.string(), z.array(textSpan)),
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
  targetReading,
  agreementReading,
  planReading,
  milestoneReading,
  organisationChangeReading,
  requirementReading,
  declarationReading,
]);
export type Reading = z.infer<typeof reading>;
