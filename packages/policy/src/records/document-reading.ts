import { z } from "zod";
import { day } from "./document-text.ts";
import { domains } from "./domain.ts";
import { datePrecisions } from "./event.ts";
import { planKinds } from "./plan.ts";
import { readingFields, readValue } from "./reading-fields.ts";

/** Days on which something happened, as far as the text says: null where it does not. */
const happened = {
  dateStart: day.nullable(),
  dateEnd: day.nullable(),
  precision: z.enum(datePrecisions).nullable(),
};

/** 目标. A number that an indicator shall reach by a day; `due` is null where the text sets none. */
export const targetReading = z.object({
  type: z.literal("target"),
  ...readingFields,
  ...readValue.shape,
  indicator: z.string(),
  region: z.string(),
  due: day.nullable(),
});
export type TargetReading = z.infer<typeof targetReading>;

/** 协议层级. Rank of the highest party that signs. */
export const agreementLevels = ["national", "province", "prefecture", "county", "department", "enterprise"] as const;

/** 协议. A text that parties signed or will sign: its name, its parties in order, the day of signing, how many clauses were declared. */
export const agreementReading = z.object({
  type: z.literal("agreement"),
  ...readingFields,
  ...happened,
  title: z.string(),
  parties: z.array(z.string()),
  level: z.enum(agreementLevels).nullable(),
  domain: z.enum(domains).nullable(),
});
export type AgreementReading = z.infer<typeof agreementReading>;

/** 规划阶段. Where a plan stands: being written, approved, made public, in force. */
export const planStages = ["drafting", "approved", "issued", "in-force"] as const;

/** 规划. A plan that the text says was written, approved or issued, by whom and when. */
export const planReading = z.object({
  type: z.literal("plan"),
  ...readingFields,
  ...happened,
  title: z.string(),
  planKind: z.enum(planKinds).nullable(),
  issuer: z.string().nullable(),
  stage: z.enum(planStages),
});
export type PlanReading = z.infer<typeof planReading>;

/** 项目节点. Steps of a project: 提出 → 批复 → 开工 → 在建 → 完工 → 投运. */
export const milestoneStages = ["proposed", "approved", "started", "under-way", "completed", "opened"] as const;

/** 项目节点. A step that a named project reached, with its days and the investment stated beside it (CNY). */
export const milestoneReading = z.object({
  type: z.literal("milestone"),
  ...readingFields,
  ...happened,
  project: z.string(),
  stage: z.enum(milestoneStages),
  regions: z.array(z.string()),
  domain: z.enum(domains).nullable(),
  investment: readValue.nullable(),
});
export type MilestoneReading = z.infer<typeof milestoneReading>;

/** 机构变动. What happened to a body. */
export const organisationChanges = ["founded", "renamed", "merged", "split", "dissolved", "moved"] as const;

/** 机构变动. A body that was founded, renamed, merged, split, dissolved or moved; `other` is its earlier or later name or its new place. */
export const organisationChangeReading = z.object({
  type: z.literal("organisation-change"),
  ...readingFields,
  ...happened,
  body: z.string(),
  change: z.enum(organisationChanges),
  other: z.string().nullable(),
});
export type OrganisationChangeReading = z.infer<typeof organisationChangeReading>;

/** 要求. What somebody with authority demanded on a day: 七点要求. `count` is the number of points declared, null when none is. */
export const requirementReading = z.object({
  type: z.literal("requirement"),
  ...readingFields,
  ...happened,
  by: z.string().nullable(),
  count: z.int().positive().nullable(),
  matter: z.string(),
});
export type RequirementReading = z.infer<typeof requirementReading>;

/** 宣布之数. A number of parts that a text declares of itself or of another: 共98项任务. `of` is null where it counts its own. */
export const declarationReading = z.object({
  type: z.literal("declaration"),
  ...readingFields,
  count: z.int().positive(),
  what: z.string(),
  of: z.string().nullable(),
});
export type DeclarationReading = z.infer<typeof declarationReading>;
