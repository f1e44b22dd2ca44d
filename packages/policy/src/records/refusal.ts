import { z } from "zod";
import { textSpan } from "./document-text.ts";

/** Why a span was left: what a person is told of it. */
interface Reason {
  readonly zh: string;
  readonly en: string;
}

/** 未取理由表. What makes a recogniser or reader leave words that it looked at, by code. */
export const refusalReasons = {
  "no-such-day": { zh: "历法上没有这一天", en: "the calendar has no such day" },
  "no-base": { zh: "文中无从得知是哪一年或哪一月", en: "nothing in the document says of which year or month" },
  "is-length": { zh: "前后的词表明是时长，不是日期", en: "the words around make it a length of time, not a day" },
  "longer-number": { zh: "是更长数字的一部分", en: "part of a longer number" },
  "no-unit": { zh: "数字后没有单位或量词", en: "a number without a unit or counter" },
  "other-word": { zh: "与相邻的字合为另一个词", en: "its neighbours make it another word" },
  unclosed: { zh: "没有与之相配的后一半符号", en: "its closing mark is missing" },
  "no-proper-part": { zh: "词尾之前没有专名成分", en: "nothing before its last word makes it a name" },
  "ordinary-word": {
    zh: "也是普通词，近旁无地名佐证",
    en: "an ordinary word as well, and nothing near speaks for a place",
  },
  "letter-alone": { zh: "单字简称须与其他简称并列", en: "a one-character name counts only beside others" },
  road: { zh: "是道路名", en: "the name of a road" },
  "is-goal": { zh: "是目标、计划或界限，不是已有的数值", en: "a goal, a plan or a bound, not what was observed" },
  supposed: { zh: "是假设或举例", en: "supposed, or an example" },
  "not-happened": { zh: "计划文件中未说明已经发生", en: "a document that plans does not say that it has happened" },
  "nothing-counted": { zh: "数字没有说明所计何物", en: "it counts or measures nothing that is named" },
  "no-predicate": { zh: "没有表示行动的动词", en: "no verb of action" },
  attitude: { zh: "只是态度或原则，没有可交办的事", en: "an attitude or principle, nothing that can be handed over" },
  vague: { zh: "对象空泛", en: "its object names nothing definite" },
  "already-done": { zh: "说的是已经做了的事", en: "told as done, not undertaken" },
  "not-done": { zh: "没有说已经做了", en: "not told as done or under way" },
  spoken: { zh: "是引述的话或提问", en: "reported speech or a question" },
  denied: { zh: "被否定", en: "denied" },
  circumstance: { zh: "只是后文的条件或依据", en: "only a circumstance or ground of what follows" },
  heading: { zh: "是标题或引出列举的话", en: "a heading, or words that lead in a list" },
  duplicate: { zh: "已由另一条读出", en: "another reading holds it" },
} as const satisfies Readonly<Record<string, Reason>>;

/** 未取理由. Code of a reason. */
export type RefusalReason = keyof typeof refusalReasons;

const reasons = Object.keys(refusalReasons) as [RefusalReason, ...RefusalReason[]]; // keys of the table above

/** 未取. A span that a recogniser or reader looked at and left, and why. Kept only where somebody asked for it. */
export const refusal = z.object({ ...textSpan.shape, by: z.string(), reason: z.enum(reasons) });
export type Refusal = z.infer<typeof refusal>;
