import type { DateMention } from "../records/mention.ts";
import type { Located } from "../mention/scan.ts";
import type { Span } from "../text/span.ts";
import type { Figure } from "./figure.ts";
import { mentionsFrom } from "./reading-matter.ts";

/** A sentence may name its time well before the figure. */
const REACH = 400;

/** 时期. The last date before a figure that says when. The result of a change does not share the time of its start. */
export function periodOf({ passage, dates, quantity, previous }: Figure): Located<DateMention> | null {
  const before = mentionsFrom(dates, { start: quantity.start - REACH, end: quantity.start });
  const telling = before.filter((date) => saysWhen(passage.scan.text, date, quantity.mention.unit));
  const changed = quantity.mention.role === "to" && previous?.mention.role === "from" ? previous : null;
  if (!changed) return telling.at(-1) ?? null;
  const own = telling.findLast(({ start }) => start >= changed.end);
  return own ?? telling.findLast(({ end }) => changed.start - end > 1) ?? null;
}

// 与2013年相比    比上年下降    2013年的1.9倍      near miss: 2013年的45.1%
const compared = /^[^，。]{0,6}(?:相比|比)|^(?:上升|下降|增长|提高|减少|增加)/u;

/** A date that is only compared with, or that limits a plan, is not the time of a figure. */
function saysWhen(text: string, { start, end, mention }: Located<DateMention>, unit: string | null): boolean {
  if (mention.dateEnd === null || mention.timeType === "deadline") return false;
  if ("比较与和同".includes(text.charAt(start - 1) || " ") && compared.test(text.slice(end, end + 8))) return false;
  if (/^(?:任务|目标|计划)/u.test(text.slice(end, end + 2))) return false;
  return !(unit === "倍" && text.charAt(end) === "的");
}

const leadIn = /^(?:其中|同时|此外|目前|已|先后|在|截至目前|据统计|数据显示|是|[，,、和与及“])+/u;
const leadOut =
  /(?:累计|总计|合计|已经|共计|共|总数|达到|达|为|至|到|已|均|分别|同比|约|近|超过|超|有|了|从|由|的|是|上升|下降|提升|增长|降低|增加|减少)+$/u;

/** 指标. Words between the time or the figure before and this figure that say what is counted; empty when there are none. */
export function indicatorOf({ passage, dates, quantity, clause, previous }: Figure, period: Span | null): string {
  const { text } = passage.scan.view;
  const { unit } = quantity.mention;
  const within = mentionsFrom(dates, { start: clause.start, end: quantity.start }).filter(
    (date) => saysWhen(passage.scan.text, date, unit) || text.charAt(date.end) === "的",
  );
  const earlier = previous && previous.end > clause.start ? previous.end : clause.start;
  const from = Math.max(earlier, within.at(-1)?.end ?? 0);
  const words = named(text.slice(from, quantity.start));
  if (words !== "" || earlier !== clause.start || !period || period.start <= clause.start) return words;
  return named(text.slice(clause.start, within[0]?.start ?? period.start));
}

/**
 * The words without what leads in and out of them; a word of growth alone (年均增长) is what was measured, a comparison
 * alone (比2017年) names nothing.
 */
function named(words: string): string {
  const opened = words.replace(leadIn, "").trim();
  const closed = opened.replace(leadOut, "").trim();
  if (/^(?:比|较|与)/u.test(closed)) return "";
  return closed.length >= 2 || opened.length < 4 ? closed : opened;
}
