import { z } from "zod";
import { offset } from "./document-text.ts";
import { about, choice, line, lines, places, reference, unless } from "./field.ts";
import { instant } from "./identity.ts";
import { certainty } from "./provenance.ts";

/** 文种. What sort of text a document is, by the last words of its title or by its form. */
export const genres = [
  "outline",
  "plan",
  "special-plan",
  "scheme",
  "action-plan",
  "work-points",
  "opinion",
  "measures",
  "rules",
  "regulation",
  "decision",
  "standard",
  "agreement",
  "communique",
  "bulletin",
  "notice",
  "reply",
  "minutes",
  "chronicle",
  "report",
  "speech",
  "news",
  "briefing",
  "explanation",
  "article",
  "comment",
  "proposal",
  "table",
  "other",
] as const;
export type Genre = (typeof genres)[number];

/** 层级. Rank of the issuer; `joint` when bodies of several provinces issued it together. */
export const levels = ["central", "ministry", "province", "city", "county", "joint"] as const;
export type Level = (typeof levels)[number];

/**
 * 效力. What a document is worth as it says itself: `draft` 征求意见稿, `proposal` 倡议与建议, `commentary` 评论 bind nobody.
 * `replaced` and `expired` are also concluded from other documents and from the day (`standingOn`).
 */
export const standings = ["in-force", "replaced", "expired", "draft", "proposal", "commentary"] as const;
export type Standing = (typeof standings)[number];

/** 年限. First and last year, both included; null where the document names only the other. */
export const horizon = z.object({ from: z.int().nullable(), to: z.int().nullable() });
export type Horizon = z.infer<typeof horizon>;

/** 宣布之数. How many parts a document declares: `count` 12, `what` 专项规划, `of` the plan that has them; null: its own. */
export const declaredPart = z.object({
  count: z.int().positive(),
  what: z.string().min(1).max(60),
  of: z.string().max(300).nullable(),
});
export type DeclaredPart = z.infer<typeof declaredPart>;

/**
 * 卡片依据. `read` in the words at `start`–`end` of the stored text (`stated`: they say it; `implied`: it was concluded from
 * them), or `set` by a person with the reason.
 */
export const basis = z.discriminatedUnion("how", [
  z.object({ how: z.literal("read"), address: z.string(), start: offset, end: offset, quote: z.string(), certainty }),
  z.object({ how: z.literal("set"), by: z.string(), at: instant, reason: z.string() }),
]);
export type Basis = z.infer<typeof basis>;

const fact = <S extends z.ZodType>(value: S) => z.object({ value, basis });

/** 卡片一项. A value and why it stands there. */
export interface Fact<T> {
  readonly value: T;
  readonly basis: Basis;
}

/** 卡片栏. What may be said in each field of a card, as a form takes it; null and the empty list are "not said". */
export const cardValues = z.strictObject({
  title: unless(line({ zh: "标题", en: "Title" })),
  issuers: lines({ zh: "发文机关", en: "Issuers" }),
  number: unless(line({ zh: "发文字号", en: "Number" })),
  date: unless(about({ zh: "日期", en: "Date" })),
  genre: unless(choice({ zh: "文种", en: "Genre" }, genres)),
  level: unless(choice({ zh: "层级", en: "Level" }, levels)),
  horizon: unless(horizon).meta({ zh: "年限", en: "Horizon" }),
  scope: places({ zh: "适用地区", en: "Scope" }),
  standing: unless(choice({ zh: "效力", en: "Standing" }, standings)),
  source: unless(reference({ zh: "来源", en: "Source" }, "source")),
  plan: unless(reference({ zh: "即此规划", en: "Text of plan" }, "plan")),
  implements: lines({ zh: "贯彻落实", en: "Implements" }),
  replaces: lines({ zh: "废止替代", en: "Replaces" }),
  declares: z.array(declaredPart).max(100).meta({ zh: "宣布之数", en: "Declared parts" }),
});
export type CardValues = z.infer<typeof cardValues>;
export type CardField = keyof CardValues;

/** Every field of a card, in the order in which it is shown. */
export const cardFields = Object.keys(cardValues.shape) as readonly CardField[]; // the keys of the very shape that makes the type

/**
 * 文件卡片. What a document says of itself, each fact with its basis; null and the empty list are "not said". `source` is
 * the key of a row of the source list or the name as written, `plan` the key of the plan whose text this is where an
 * officer said so, `implements` and `replaces` titles as written.
 */
export const card = z.object({
  title: fact(z.string()).nullable(),
  issuers: z.array(fact(z.string())),
  number: fact(z.string()).nullable(),
  date: fact(z.string()).nullable(),
  genre: fact(z.enum(genres)).nullable(),
  level: fact(z.enum(levels)).nullable(),
  horizon: fact(horizon).nullable(),
  scope: z.array(fact(z.string())),
  standing: fact(z.enum(standings)).nullable(),
  source: fact(z.string()).nullable(),
  plan: fact(z.string()).nullable(),
  implements: z.array(fact(z.string())),
  replaces: z.array(fact(z.string())),
  declares: z.array(fact(declaredPart)),
});
export type Card = z.infer<typeof card>;

/** 空卡片. A card that says nothing. */
export const emptyCard: Card = {
  title: null,
  issuers: [],
  number: null,
  date: null,
  genre: null,
  level: null,
  horizon: null,
  scope: [],
  standing: null,
  source: null,
  plan: null,
  implements: [],
  replaces: [],
  declares: [],
};
