import type { DateMention } from "../../records/mention.ts";
import type { Located } from "../../mention/scan.ts";
import { wordAt } from "../../mention/word-table.ts";
import { mentionsFrom } from "../reading-matter.ts";
import type { Figure } from "./figure.ts";

/** 时期. Days a figure belongs to, and the words that say so; both days null when it is undated. */
export interface Period {
  readonly start: string | null;
  readonly end: string | null;
  readonly date: Located<DateMention> | null;
  /** Whether the words count from a day on or up to a day: a total under them keeps them. */
  readonly open: boolean;
}

export const undated: Period = { start: null, end: null, date: null, open: false };

/** A sentence may name its time well before the figure. */
const REACH = 400;
const PRESENT = /^(?:目前|现在|如今|当前|迄今|至今|眼下)/u;

/**
 * 定期. The last date before a figure that says when. 目前 takes the date away; the result of a change does not share the
 * time of its start; 自X以来 reaches to the document's day.
 */
export function periodOf(figure: Figure, day: string | null): Period {
  const { passage, dates, quantity, previous } = figure;
  const { text } = passage.scan;
  const before = mentionsFrom(dates, { start: quantity.start - REACH, end: quantity.start });
  const changed = quantity.mention.role === "to" && previous?.mention.role === "from" ? previous : null;
  const date = before.findLast(
    (one) => (!changed || one.start >= changed.end || changed.start - one.end > 1) && saysWhen(figure, one, day),
  );
  if (!date || PRESENT.test(text.slice(date.start, date.start + 2))) return undated;
  return intervalOf(figure, date, day);
}

function intervalOf({ passage, quantity }: Figure, date: Located<DateMention>, day: string | null): Period {
  const { dateStart, dateEnd, timeType } = date.mention;
  if (timeType === "since" || isSince(passage.scan.text, date.end, quantity.start))
    return { start: dateStart, end: dateEnd !== null && timeType === "since" ? dateEnd : day, date, open: true };
  if (timeType === "deadline") return { start: startOf(date.mention), end: dateEnd, date, open: false };
  return { start: dateStart, end: dateEnd, date, open: timeType === "as-of" };
}

/** 到2023年 of a time that is past means the year itself. */
function startOf({ dateEnd, precision }: DateMention): string | null {
  if (dateEnd === null) return null;
  if (precision === "year") return `${dateEnd.slice(0, 4)}-01-01`;
  return precision === "month" ? `${dateEnd.slice(0, 7)}-01` : dateEnd;
}

/** 自2016年挂牌以来: 以来 shortly after the date, with no comma between. */
function isSince(text: string, from: number, limit: number): boolean {
  const words = text.slice(from, Math.min(limit, from + 18));
  const at = words.indexOf("以来");
  return at >= 0 && !/[，,。；;]/u.test(words.slice(0, at));
}

// 与2013年相比    比上年下降    较上年末增加      near miss: 比重
const compared =
  /^(?:同期|末|底)?[^，。]{0,6}(?:相比|比)|^(?:同期|末|底)?(?:上升|下降|增长|提高|减少|增加|提升|回落|降低|多|少|高|低)/u;

/** A date that is only compared with, that limits a plan or describes a noun is not the time of a figure. */
function saysWhen({ passage, quantity }: Figure, date: Located<DateMention>, day: string | null): boolean {
  const { text } = passage.scan;
  const { mention, start, end } = date;
  if (mention.timeType === "duration" || mention.timeType === "set") return false;
  if (mention.dateEnd === null)
    return mention.timeType === "since" || (mention.class === "vague" && PRESENT.test(text.slice(start, start + 2)));
  if (mention.timeType === "deadline" && (day === null || mention.dateEnd > day)) return false;
  const before = text.charAt(start - 1);
  if (before === "比" || before === "较") return false;
  if ("与和同".includes(before || " ") && compared.test(text.slice(end, end + 12))) return false;
  if (/^(?:任务|目标|计划)/u.test(text.slice(end, end + 2))) return false;
  if (quantity.mention.unit === "倍" && text.charAt(end) === "的") return false;
  return !describesNoun(date, { passage, quantity });
}

/** 2019年12月开通的某铁路运送旅客100万人次: the date is that of the opening. Near miss: 2019年的浓度是32. */
function describesNoun(
  { end }: Located<DateMention>,
  { passage, quantity }: Pick<Figure, "passage" | "quantity">,
): boolean {
  const { text, lexicon } = passage.scan;
  const limit = Math.min(quantity.start, end + 10);
  for (let at = end; at < limit; at += 1) {
    if ("，,。；;、".includes(text.charAt(at))) return false;
    const verb = wordAt(lexicon.eventVerbs, text, at, limit);
    if (verb) return text.charAt(at + verb.written.length) === "的";
  }
  return false;
}
