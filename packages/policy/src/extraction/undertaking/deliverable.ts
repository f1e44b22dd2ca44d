import type { Passage } from "../../mention/passages.ts";
import type { Span } from "../../text/span.ts";
import { trimmedEnd } from "./sentence.ts";
import { mentionsFrom } from "../reading-matter.ts";

/** Last words of things that can be handed over. */
const handed =
  /(?:规划|计划|方案|办法|细则|意见|目录|清单|标准|协议|备忘录|报告|条例|制度|机制|平台|系统|数据库|中心|基地|园区?|工程|项目|铁路|高铁|公路|高速|机场|医院|院区|校区|学校|大桥|枢纽|线路|车站|站|厂|馆|库|网|示范区|联盟|试点)$/u;

/** 交付. A name in 《》 of the object, else the object itself where it ends with something that can be handed over. */
export function deliverableIn(passage: Passage, object: Span): Span | null {
  const title = mentionsFrom(passage.mentions, object).find(
    ({ mention, start, end }) => mention.kind === "title" && start >= object.start && end <= object.end,
  );
  if (title) return { start: title.start, end: title.end };
  const comma = passage.scan.text.slice(object.start, object.end).search(/[，,；;]/u);
  const whole = { start: object.start, end: comma < 0 ? object.end : object.start + comma };
  const end = trimmedEnd(passage.scan.text, whole);
  return handed.test(passage.scan.text.slice(Math.max(object.start, end - 4), end))
    ? { start: object.start, end }
    : null;
}

/** 可交付. Whether an object is something that can be handed over. */
export const handsOver = (passage: Passage, object: Span): boolean => deliverableIn(passage, object) !== null;
