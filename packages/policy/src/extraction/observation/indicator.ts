import { charClass, isAt } from "../../text/char-class.ts";
import type { Span } from "../../text/span.ts";
import { mentionsFrom } from "../reading-matter.ts";
import type { Figure } from "./figure.ts";
import { isMeasure } from "./counted.ts";

/** Words that lead in, from the left, again and again: who speaks, when, what part. */
const leadIn =
  /^(?:其中|同时|此外|另外|目前|截至目前|据统计|经统计|据测算|数据显示|初步核算|经初步核算|全年|全市|全省|全区|全县|全州|全旗|全国|全域|我市|我省|我区|我县|我国|本市|本省|本区|本县|本公司|公司|集团|集团公司|三省市|三省一市|三省|两省市|两省|三地|两地|三市|两市|年内|年末|年底|当年|当月|上半年|实现|完成|达到|拥有|现有|有(?=[国省市高中])|已|先后|分别|依次|共有|现有|已有|共|累计|在(?![校建册岗职编线役园])|是|并|使|为|对|从|由|以|该|这|期间|[，,、：:和与及“])+/u;
const leadOut =
  /(?:(?:比(?![例重率值])|较|与|同)[^，,比较与同]{1,10}(?:年|期|月|末|初|底|前|平均值)(?:相比|比)?|[从由自][^，,从由自]{2,12}的|年均|日均|月均|稳定在|保持在|维持在|完成|实现|做到|拥有|占|上涨|扩大|缩小|加快|累计|总计|合计|已经|共计|共有|共|总数|达到|达|为|至|到|已|均|都|分别|依次|同比|环比|约|近|超过|突破|超|有|了|从|由|的|是|率先|首次|首破|上升|下降|提升|增长|降低|增加|减少|提高|回落|增至|升至|降至|增|减|升|降|连跨|越过了|越过|[、，,])+$/u;
const growth = /(?:年均|平均|同比|环比)?(?:增长|下降|上升|减少|增加|提高|降低|回落|增速|增幅|降幅)$/u;

/**
 * 指标. The shortest noun phrase that names what a figure measures: words between the time, the place or the figure before
 * and this one, without verbs of account around them; for a count before its noun the noun. Empty when nothing names it.
 */
export function indicatorOf(figure: Figure, date: Span | null): string {
  const { passage, quantity, clause, previous } = figure;
  const { text } = passage.scan.view;
  const after = isMeasure(quantity.mention.unit) || quantity.mention.role !== null ? "" : nounAfter(figure);
  if (after !== "") return after;
  const earlier = previous && previous.end > clause.start ? previous.end : clause.start;
  const from = Math.max(earlier, lastDateEnd(figure, earlier));
  const words = named(text.slice(afterPlaces(figure, from), quantity.start));
  if (words !== "" || earlier !== clause.start) return words;
  const before = topicOf(figure) ?? { start: clause.start, end: date ? date.start : clause.start };
  return named(text.slice(afterPlaces(figure, before.start), before.end));
}

/** The clause before, unless it is nothing but a time. */
function topicOf({ topic, dates }: Figure): Span | null {
  if (!topic) return null;
  const date = mentionsFrom(dates, { start: topic.start, end: topic.end })[0];
  return date && date.start - topic.start <= 1 && topic.end - date.end <= 1 ? null : topic;
}

function lastDateEnd({ passage, dates, quantity }: Figure, from: number): number {
  return (
    mentionsFrom(dates, { start: from, end: quantity.start }).findLast(
      ({ start }) => !"比较与同从由自".includes(passage.scan.text.charAt(start - 1) || " "),
    )?.end ?? 0
  );
}

/** Places at the head of the words belong to the region, unless they act (北京流向津冀…). */
function afterPlaces({ passage, quantity }: Figure, from: number): number {
  const { text } = passage.scan;
  let at = from;
  for (const { mention, start, end } of mentionsFrom(passage.mentions, { start: from, end: quantity.start })) {
    if (mention.kind !== "region" || start < at) continue;
    if (start - at > 2 || !/^[，,、和与及\s]?[，,、和与及]?$/u.test(text.slice(at, start))) break;
    if (/^(?:流|输|对|向|与|至|到|往|的|人|籍|企业|站|港|机场)/u.test(text.slice(end, end + 2))) break;
    at = end;
  }
  return at;
}

/** 覆盖11个设区市: the noun up to the next word that cannot belong to it. */
function nounAfter({ passage, quantity }: Figure): string {
  const { text, view } = passage.scan;
  let end = quantity.end;
  while (
    end - quantity.end < 12 &&
    isAt(text, end, charClass.han) &&
    !"的在和与及已于被由同均将都为到入".includes(text.charAt(end))
  )
    end += 1;
  const words = view.text
    .slice(quantity.end, end)
    .replace(/(?:建成|投产|投运|开工|互认|挂牌|入驻|完工|使用|落户|实现|之间|以上|左右).*$/u, "");
  return words.length >= 2 ? words : "";
}

/** The words without what leads in and out; a word of growth alone (年均增长) is what was measured. */
function named(words: string): string {
  const opened = words.replace(leadIn, "").trim();
  const closed = opened
    .replace(leadOut, "")
    .replace(/(?<=[\p{Script=Han}”）)]{2})(?:实现|完成|共有|拥有)(?=[\p{Script=Han}“]{2})/u, "")
    .trim();
  if (/^(?:比|较|与|相当于|占$)/u.test(closed)) return "";
  if (closed.length >= 2) return closed;
  return growth.test(opened) ? opened : "";
}
