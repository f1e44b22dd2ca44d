import { wordAt } from "../../mention/word-table.ts";
import { charClass, isAt } from "../../text/char-class.ts";
import { contains } from "../../text/span.ts";
import { mentionsFrom } from "../reading-matter.ts";
import { FIGURE_REACH, type Figure } from "./figure.ts";

const lengths = new Set(["岁", "年", "月", "d", "wk", "h", "min", "s", "工作日"]);
/** Units that measure; the others count. */
const measures = new Set(
  "% ‰ pp 倍 CNY USD HKD EUR JPY mu km2 m2 ha km m m3 L t kg g ug/m3 mg/m3 mg/L kWh kW MW GW TEU tce 人次 车次 辆次".split(
    " ",
  ),
);

/** What a text is made of. */
const pages = new Set(["页", "章", "节", "字", "版", "款"]);

/** 计量. Whether a unit measures, and does not count. */
export const isMeasure = (unit: string | null): boolean =>
  unit === null || measures.has(unit) || unit.includes("/") || unit.endsWith("人次");

/**
 * 可计. Whether a quantity says how much or how many of something there is, and does not merely name, describe or limit it:
 * no rank, no length of time (unless times or days are what is measured), no part of a name, no bare 两条.
 */
export function isCounted(figure: Figure): boolean {
  const { quantity, passage } = figure;
  const { text } = passage.scan;
  const { unit, role } = quantity.mention;
  const first = text.charAt(quantity.start);
  if (first === "第" || text.charAt(quantity.start - 1) === "第" || text.charAt(quantity.start - 1) === "每")
    return false;
  if (isWithinName(figure) || isBase(figure)) return false;
  if (role === "from" || role === "to") return true;
  if (lengths.has(unit ?? "")) return measuresTime(figure);
  if (isScope(figure) || describesNoun(figure)) return false;
  if (pages.has(unit ?? "")) return false;
  if (differsFromScope(figure) || isDeed(figure)) return false;
  if (isMeasure(unit)) return !namesBy(figure);
  if (isArabic(text, quantity.start, quantity.end)) return !countsParts(figure);
  return quantity.mention.value !== null && unit !== "份" && endsClause(figure);
}

function isWithinName({ passage, quantity }: Figure): boolean {
  for (const { mention, start, end } of mentionsFrom(passage.mentions, {
    start: quantity.start - FIGURE_REACH,
    end: quantity.start + 1,
  })) {
    if (mention.kind === "title" && contains({ start, end }, quantity)) return true;
  }
  return false;
}

/** 比2021年的67个多出93个: what the next figure is compared with. */
function isBase({ passage, quantity, dates }: Figure): boolean {
  const { text } = passage.scan;
  const date = mentionsFrom(dates, { start: quantity.start - 24, end: quantity.start }).at(-1);
  return date !== undefined && date.end + 1 === quantity.start && "比较".includes(text.charAt(date.start - 1) || " ");
}

/** 通勤时间缩短至40分钟, 优良天数267天, 最快26分钟      near miss: 历时3年, 两小时后 */
const timeWords =
  /时间|用时|耗时|时长|天数|优良|达标|重污染|污染天|最快|最短|通勤|车程|航程|寿命|年龄|工期|时限|周期|工时|日照|缩短|压缩|压减/u;

function measuresTime({ passage, quantity, clause, topic, next }: Figure): boolean {
  if (passage.scan.text.charAt(quantity.end) === "、" && next?.start === quantity.end + 1) return true;
  const from = Math.max(topic && quantity.start - topic.start < 30 ? topic.start : clause.start, quantity.start - 40);
  return timeWords.test(passage.scan.text.slice(from, quantity.start));
}

/** 500万元以上项目12个, 41个城市的浓度下降19%: a quantity that only describes what the next one of its clause counts. */
function isScope({ passage, quantity, clause, next }: Figure): boolean {
  const { text } = passage.scan;
  if (!isAt(text, quantity.end, charClass.han)) return false;
  if (!next || next.start >= clause.end || next.start - quantity.end > 40) return false;
  const between = text.slice(quantity.end, next.start);
  if (/[、，,；]/u.test(between)) return false;
  if ("><".includes(quantity.mention.comparator.charAt(0)) && /上|下|内|级/u.test(text.charAt(quantity.end - 1)))
    return true;
  return (
    !isMeasure(quantity.mention.unit) &&
    isMeasure(next.mention.unit) &&
    /^[^为有是]{1,16}(?:的|中(?!国|央|心|小))/u.test(between)
  );
}

const isHanNumber = (text: string, at: number): boolean => isAt(text, at, charClass.hanDigit | charClass.hanScale);

function isArabic(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (isAt(text, at, charClass.digit)) return true;
    if (at > start + 4) return false;
  }
  return false;
}

/** 高出全省平均5.1个百分点, 比全国高300元: what lies between two scopes and no time is no observation of its own. */
const scopes =
  /(?:高出|高于|低于|快于|慢于|多于|少于)(?:全|同|上|周|当|[^，,]{0,6}平均)[^，,]*$|(?:比|较)(?:全[国省市区]|[^，,]{0,8}(?:平均|水平))[^，,]{0,4}(?:高|低|快|慢|多|少)[出了约近]*$/u;

function differsFromScope({ passage, quantity, clause }: Figure): boolean {
  return scopes.test(passage.scan.text.slice(clause.start, quantity.start));
}

/** 签署7份文件, 六个村由某县代管: what an entry of a chronicle counts among its deeds is told as the event. */
function isDeed({ passage, quantity, clause }: Figure): boolean {
  const { text, lexicon } = passage.scan;
  if (passage.sentence.kind !== "entry" || isMeasure(quantity.mention.unit)) return false;
  if (!isAt(text, quantity.end, charClass.han)) return false;
  if (/^.{1,12}?由/u.test(text.slice(quantity.end, quantity.end + 14))) return true;
  for (let at = clause.start; at < Math.min(clause.end, quantity.end + 80); at += 1) {
    const verb = wordAt(lexicon.eventVerbs, text, at, clause.end);
    if (verb && (verb.value === "decision" || verb.value === "meeting" || verb.value === "visit")) return true;
  }
  return false;
}

/** 百万亩造林工程, 万亿元台阶: a number in words before a noun names it. */
function namesBy({ passage, quantity }: Figure): boolean {
  const { text } = passage.scan;
  if (quantity.mention.unit === "%" || isArabic(text, quantity.start, quantity.end)) return false;
  return isHanNumber(text, quantity.start) && isAt(text, quantity.end, charClass.han);
}

/** 载箱量超24000箱的巨轮, 每上升1个百分点: a figure that describes a noun or a step of a scale. */
function describesNoun({ passage, quantity, clause }: Figure): boolean {
  const { text } = passage.scan;
  if (/^(?:任务|目标|计划|范围|半径|以外|以内的|之外|开外)/u.test(text.slice(quantity.end, quantity.end + 3)))
    return true;
  if (text.charAt(quantity.end) === "的") return quantity.mention.unit !== "%";
  if (quantity.mention.role !== "amount") return false;
  const before = text.slice(Math.max(clause.start, quantity.start - 8), quantity.start);
  return /每(?!年|月|天|日|季|万|亩|户|人|平方|立方|百|千)[^，]*$/u.test(before);
}

/** 9个方面, 5个文件, 15个专题工作组: parts of a text or of a body, which are declared and not measured. */
const parts =
  /^(?:具体|重点)?(?:方面|领域|任务|文件|合作文件|协议|合作协议|备忘录|合同文本|专题|小组|工作组|阶段|环节|层面|条件|要求|原则|名称|部分|步骤|议题|主题|章节|附件|目标|问题清单|关键词|字)/u;

function countsParts({ passage, quantity }: Figure): boolean {
  const { text } = passage.scan;
  return text.charAt(quantity.start - 1) === "列" || parts.test(text.slice(quantity.end, quantity.end + 6));
}

/** 新建学校三所： the number in words closes its clause, with something counted before it. */
function endsClause({ passage, quantity, clause }: Figure): boolean {
  if (quantity.start - clause.start < 3) return false;
  const stops = charClass.pause | charClass.terminal | charClass.closer;
  return quantity.end >= clause.end || isAt(passage.scan.text, quantity.end, stops);
}
