import type { ReadChange } from "../../records/reading-fields.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Span } from "../../text/span.ts";
import { mentionsFrom } from "../reading-matter.ts";
import type { Figure } from "./figure.ts";
import type { Period } from "./period.ts";

/**
 * 承上之变. What may stand between a level and the change that belongs to it:
 * `56微克/立方米，同比下降15.2%`, `120亿元，按可比价格计算，比上年增长5%`, `（增长6%）`.
 * Near miss: `473家，其中新增20家` (something else is counted), `5980元，比全国高300元` (no time compared).
 */
const belongs =
  /^(?:人|户|家|人次)?[，,、；;（(]{0,2}(?:按[^，,。；;]{2,14}?(?:计算|口径|计)[，,]?|扣除[^，,。；;]{2,10}?[，,]?|剔除[^，,。；;]{2,14}?[，,]?|可比口径|同口径|同口径比|同比|环比|(?:比|较|与)[^，,。；;]{0,12}?(?:年|期|月|末|初|底|季度|前|时|上年|年平均值|年均值)(?:的[\d.]+[^，,。；;\d]{1,8}?)?(?:相比|比)?|年均|平均|实际|名义|分别|依次|均|都|双双|各|净|累计|共|又|已|再|仅|只|略|大幅|略微|略|小幅|继续|持续|总体|为|[，,])*(?:增长|增产|减产|增收|减收|上升|提高|提升|增加|扩大|上涨|回升|多增|净增|多出|少了|下降|降低|减少|压缩|缩短|缩减|下滑|回落|压减|收窄|增速|增幅|降幅|增|减|降|升|涨|跌|多|少|高|低)(?:为|达|约|了|近|超过|超|逾|出)*$/u;
const HIGH = /(?:多|少|高|低)(?:了|约|近|超过|超|出)*$/u;
const TIMED = /同比|环比|年|期|月|末|初|底|季|前|时/u;

/** How long the words between a level and its change may be. */
const LONGEST = 60;

/** 是否承上. Whether a figure is the change of the level that ends at `levelEnd`. */
export function isChangeOf({ passage, quantity }: Figure, levelEnd: number): boolean {
  if (quantity.start <= levelEnd || quantity.start - levelEnd > LONGEST) return false;
  const words = passage.scan.text.slice(levelEnd, quantity.start).replace(/^[（(][^（）()]*[)）]/u, "");
  if (!belongs.test(words)) return false;
  return !HIGH.test(words) || TIMED.test(words);
}

/** 变化. What a figure says of a change, its base among the words before it. */
export function changeOf({ passage, dates, quantity }: Figure, words: Span, period: Period): ReadChange {
  const { mention } = quantity;
  const told = passage.scan.text.slice(words.start, quantity.start);
  const base = mentionsFrom(dates, { start: words.start, end: quantity.start }).find(({ start }) =>
    isBase(passage, start),
  );
  return {
    direction:
      mention.polarity === "down" || /(?:降|减|少|低|跌|回落|收窄|下滑|缩|负增长)[^增升涨]{0,4}$/u.test(told)
        ? "down"
        : "up",
    amount: mention.value ?? mention.low,
    unit: mention.unit,
    comparator: mention.comparator,
    basePeriod: base ? { start: base.mention.dateStart, end: base.mention.dateEnd } : yearBefore(told, period),
  };
}

const isBase = ({ scan: { text } }: Passage, at: number): boolean => "比较与同".includes(text.charAt(at - 1) || " ");

/** 同比 compares with the same days a year before. */
function yearBefore(told: string, { start, end }: Period): ReadChange["basePeriod"] {
  if (!/同比|比上年(?!末)|较上年(?!末)|比去年|较去年/u.test(told) || start === null || end === null) return null;
  return { start: shifted(start), end: shifted(end) };
}

function shifted(day: string): string {
  const [year = "0", month = "", date = ""] = day.split("-");
  const before = Number(year) - 1;
  const leap = month === "02" && date === "29";
  return `${before}-${month}-${leap ? "28" : date}`;
}
