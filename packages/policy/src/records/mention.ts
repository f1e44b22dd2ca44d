import { z } from "zod";
import { day, offset } from "./document-text.ts";
import { datePrecisions } from "./event.ts";
import { certainty } from "./provenance.ts";

/** 依托. What a mention leaned on besides its own words; offsets are null when it was given from outside. */
export const lean = z.object({
  on: z.enum(["heading", "document-day", "earlier-date", "entry-date", "coverage", "contents"]),
  text: z.string(),
  start: offset.nullable(),
  end: offset.nullable(),
});
export type Lean = z.infer<typeof lean>;

/** 比较. `=` exact, `~` 约, `>` 超, `>=` 以上, `<` 不足, `<=` 以内. */
export const comparator = z.enum(["=", "~", ">", ">=", "<", "<="]);
export type Comparator = z.infer<typeof comparator>;

const mentionFields = {
  address: z.string(),
  start: offset,
  end: offset,
  text: z.string(),
  recogniser: z.string(),
  certainty,
  leansOn: z.array(lean),
};

/** 时间提及. Inclusive days of the interval meant; a null end is open, both null when the words fix no time. */
export const dateMention = z.object({
  kind: z.literal("date"),
  ...mentionFields,
  dateStart: day.nullable(),
  dateEnd: day.nullable(),
  precision: z.enum(datePrecisions).nullable(),
  class: z.enum(["explicit", "relative", "vague"]),
  timeType: z.enum(["interval", "deadline", "since", "as-of", "duration", "set"]),
});
export type DateMention = z.infer<typeof dateMention>;

/** 数量提及. A number with its unit, multiplied out; `value` is null when `low` and `high` bound a range. */
export const quantityMention = z.object({
  kind: z.literal("quantity"),
  ...mentionFields,
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: z.string().nullable(),
  comparator,
  polarity: z.enum(["up", "down", "none"]),
  role: z.enum(["amount", "from", "to"]).nullable(),
});
export type QuantityMention = z.infer<typeof quantityMention>;

/** 名称提及. The outermost name, 《》 included. */
export const titleMention = z.object({
  kind: z.literal("title"),
  ...mentionFields,
  name: z.string(),
  class: z.enum(["title", "plan", "institution", "project", "place-site"]),
});
export type TitleMention = z.infer<typeof titleMention>;

/** 地区提及. Codes of the gazetteer (GB/T 2260 and its joint spaces); several when one word names several. */
export const regionMention = z.object({
  kind: z.literal("region"),
  ...mentionFields,
  codes: z.array(z.string()),
  /** Codes of the places that an ambiguous name may mean; `codes` is then empty. */
  candidates: z.array(z.string()).optional(),
});
export type RegionMention = z.infer<typeof regionMention>;

/** 机构提及. A body by the name written; `class` is that of the suffix or list that found it. */
export const organisationMention = z.object({
  kind: z.literal("organisation"),
  ...mentionFields,
  name: z.string(),
  class: z.string(),
  /** Key of the body that the name is known for, its successor where the name is of a predecessor; null for others. */
  key: z.string().nullable(),
});
export type OrganisationMention = z.infer<typeof organisationMention>;

/** 提及. A span of a sentence with a meaning. */
export const mention = z.discriminatedUnion("kind", [
  dateMention,
  quantityMention,
  titleMention,
  regionMention,
  organisationMention,
]);
export type Mention = z.infer<typeof mention>;
