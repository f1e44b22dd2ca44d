import { daysInMonth } from "../records/identity.ts";
import { wholeDate } from "./head-line.ts";
import { hanDigit } from "./numeral.ts";

/**
 * 成文日期. The day or month that a line of the head or foot dates its document by: alone, behind its label, signed (某局
 * 2017年2月28日), with the words of an imprint (2017年2月28日印发, 2017-02-28 09:30 来源…), or of the session it was given at.
 * Null for a line that tells what happened on a day.
 */
export function documentDate(written: string): string | null {
  const line = written.trim();
  const found =
    (line.length <= 12 ? wholeDate : subtitleDate).exec(line)?.groups ??
    labelled(line) ??
    imprint.exec(line)?.groups ??
    remark.exec(line)?.groups;
  if (!found) return null;
  const { year, month, day } = found;
  return partialDate(smallNumber(year), smallNumber(month), day ? smallNumber(day) : null);
}

// ——2019年1月14日在市第十五届人民代表大会第二次会议上      （2019年3月5日市政府第12次常务会议通过）
//   ^^^^^^^^^^^^                                        ^^^^^^^^^ near miss: 2019年3月5日，召开会议。
const subtitleDate =
  /^[—–-]*[（(]?(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})日[^，。；]{2,50}(?:会议上|大会上|通过|发布|公布|印发|施行)[）)]?$/u;

// 编写日期:2024年12月30日      二〇二三年二月十六日      (2024年5月8日)      near miss: 时间:2024年5月8日上午
const labelledDate =
  /^[（(]?(?:[^，。；:：]{0,6}(?:日期|时间)[:：])?(?<year>(?:19|20)\d\d|[一二][〇○零一二三四五六七八九]{3})年(?<month>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:(?<day>\d{1,2}|[一二三四五六七八九十]{1,3})日)?[）)]?$/u;

/** A date behind its label, in Han figures or with blanks in its numbers. */
function labelled(line: string): Readonly<Record<string, string>> | undefined {
  return labelledDate.exec(line.replaceAll(/\s+/gu, ""))?.groups;
}

/** 2018, 二〇一八, 12, 十二, 二十三. */
function smallNumber(written: string | undefined): number {
  if (written === undefined || /^\d/u.test(written)) return Number(written);
  const [tens = "", units = ""] = written.includes("十") ? written.split("十") : ["", written];
  if (!written.includes("十")) return Number([...written].map((digit) => hanDigit(digit) ?? 0).join(""));
  return (tens === "" ? 1 : (hanDigit(tens) ?? 1)) * 10 + (hanDigit(units) ?? 0);
}

const day = String.raw`(?<year>(?:19|20)\d\d)(?:年|[-/.])(?<month>\d{1,2})(?:月|[-/.])(?<day>\d{1,2})(?:日|(?!\d))`;
const label = String.raw`(?:[^，。；]{0,8}(?:日期|时间|发布|发表|更新|印发|整理)\s*[:：]?\s*)`;
const body = "局|委|厅|部|府|办|组|社|院|处|会|司|心|报|室";
const signed = String.raw`(?:(?:来源|作者|本报记者|记者)[:：]?[\p{Script=Han}·、\s]{2,24}|[\p{Script=Han}·、\s]{2,24}(?:${body})\s*|[\p{Script=Han}·、]{2,24}\s+)`;
const printed = String.raw`(?:印发|发布|公布|编印|整理|编写|成文|编制|修订|起草)`;
const rest = String.raw`(?:第?\s*[\dA-Z]{1,3}\s*版.*|(?:来源|作者|字体|浏览|责任编辑|编辑).*)?`;
// 来源：某日报 2017年02月28日 第01版      near miss: 2017年2月28日，召开会议
const imprint = new RegExp(
  String.raw`^[[【（(]?(?:${label}|${signed})?${day}\s*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?\s*${printed}?\s*${rest}[\]】）)]?$`,
  "u",
);

// 水网建设情况（据公开资料编写，2017年2月28日整理）
const remark = new RegExp(String.raw`[（(](?:[^（）()]*[，,、])?\s*${day}\s*${printed}[）)]$`, "u");

/** 期日. `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null when the calendar has no such date. */
export function partialDate(year: number, month: number | null, day: number | null): string | null {
  if (month === null) return String(year);
  if (month < 1 || month > 12) return null;
  const stem = `${year}-${String(month).padStart(2, "0")}`;
  if (day === null) return stem;
  return day >= 1 && day <= daysInMonth(year, month) ? `${stem}-${String(day).padStart(2, "0")}` : null;
}
