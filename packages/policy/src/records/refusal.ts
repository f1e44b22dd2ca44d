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
  "is-length": { zh: "前后的词表明是时长，不是日期", en: "the words around make it a length of time, not a day" },
  "no-unit": { zh: "数字后没有单位或量词", en: "a number without a unit or counter" },
  "counts-nothing": {
    zh: "是名称、虚指或固定说法，不计数",
    en: "part of a name, an article or a set phrase: it counts nothing",
  },
  unclosed: { zh: "没有与之相配的后一半符号", en: "its closing mark is missing" },
  "no-proper-part": { zh: "词尾之前没有专名成分", en: "nothing before this last word makes it a name" },
  "ordinary-word": {
    zh: "也是普通词，近旁无地名佐证",
    en: "an ordinary word as well, and nothing near speaks for a place",
  },
  "letter-alone": { zh: "单字简称须与其他简称并列", en: "a one-character name counts only beside others" },
  "is-goal": { zh: "是目标、计划或界限，不是已有的数值", en: "a goal, a plan or a bound, not what was observed" },
  supposed: { zh: "是假设或举例", en: "supposed, or an example" },
  "not-happened": { zh: "文中未说明已经发生", en: "nothing says that it has happened" },
  "nothing-counted": { zh: "不说明某物有多少", en: "it does not say how much there is of something" },
  "not-undertaken": { zh: "不是今后要做的事", en: "not told as something to be done" },
  "no-duty": { zh: "没有规定谁必须做什么", en: "it lays no duty on anybody" },
  attitude: { zh: "只是态度、愿望或原则", en: "an attitude, a hope or a principle" },
  vague: { zh: "对象空泛，没有可交办的事", en: "its object names nothing definite that could be handed over" },
  "not-done": { zh: "没有说已经做了", en: "not told as done or under way" },
  "no-happening": { zh: "时间太宽，或只是达到某个数值", en: "its time is too wide, or it only reached a figure" },
  spoken: { zh: "是引述的话或提问", en: "reported speech or a question" },
  denied: { zh: "被否定", en: "denied" },
  circumstance: { zh: "只是后文的条件或依据", en: "only a circumstance or ground of what follows" },
  heading: { zh: "是标题或引出列举的话", en: "a heading, or words that lead in a list" },
} as const satisfies Readonly<Record<string, Reason>>;

/** 未取理由. Code of a reason. */
export type RefusalReason = keyof typeof refusalReasons;

const reasons = Object.keys(refusalReasons) as [RefusalReason, ...RefusalReason[]]; // keys of the table above

/** 未取. A span that a recogniser or reader looked at and left, and why. Kept only where somebody asked for it. */
export const refusal = z.object({ ...textSpan.shape, by: z.string(), reason: z.enum(reasons) });
export type Refusal = z.infer<typeof refusal>;
