import type { Fact, Horizon } from "../../records/card.ts";
import { readNumeral } from "../../text/numeral.ts";
import type { Span } from "../../text/span.ts";
import { type CardMatter, factAt } from "./card-matter.ts";
import type { TitleLine } from "./title-line.ts";

// 2018-2020年      2016年—2020年      (2014.2—2018.2)      near miss: 2018-07-25
// ^^^^^^^^^        ^^^^^^^^^^^^^^      ^^^^^^^^^^^^^^^^^
const range = /(?<from>(?:19|20)\d\d)(?:年|\.\d{1,2})?\s*[-—–－~～至到]{1,2}\s*(?<to>(?:19|20)\d\d)(?=[年.]|\b|$)/u;
const oneYear = /(?<from>(?:19|20)\d\d)年(?!\d{1,2}月)/u;
// “十三五”      near miss: 第十三五金公司
const fiveYear = /[“"]?(?<plan>[一二三四五六七八九十]{1,3})五[”"]?(?=规划|时期|期间|专项|[\p{Script=Han}]{0,20}规划)/u;
const span = /规划期(?:限)?|实施期(?:限)?|执行期(?:限)?|计划期(?:限)?|有效期/u;

/** Sentences of the text that are looked through for the span of a plan. */
const SEARCHED = 60;

/** 年限. Years that the title names, else those that a sentence on the span of the plan names; null where none does. */
export function horizonOf(matter: CardMatter, title: TitleLine | null): Fact<Horizon> | null {
  return (title && inTitle(matter, title)) ?? coverage(matter) ?? inText(matter);
}

function inTitle(matter: CardMatter, title: TitleLine): Fact<Horizon> | null {
  const years = range.exec(title.words);
  if (years) return found(matter, title, years);
  const five = fiveYear.exec(title.words);
  const plan = five?.groups?.["plan"] ?? "";
  const number = readNumeral(plan, 0, plan.length)?.value;
  if (five && number) return factAt(matter, planYears(number), { span: within(title, five), certainty: "implied" });
  const one = oneYear.exec(title.words);
  return one ? found(matter, title, one) : null;
}

/** Years of the n-th five-year plan: the first two ran 1953–1957 and 1958–1962, the third began in 1966. */
function planYears(number: number): Horizon {
  const from = number < 3 ? 1948 + 5 * number : 1951 + 5 * number;
  return { from, to: from + 4 };
}

function coverage(matter: CardMatter): Fact<Horizon> | null {
  const { coverage: told } = matter.profile;
  if (!told) return null;
  const line = matter.lines.find(({ words }) => range.test(words));
  const years = line && range.exec(line.words);
  return line && years ? found(matter, line, years) : null;
}

function inText(matter: CardMatter): Fact<Horizon> | null {
  for (const { scan } of matter.passages.slice(0, SEARCHED)) {
    const { start, end } = scan.sentence;
    const words = scan.text.slice(start, end);
    const cue = span.exec(words);
    const years = cue && range.exec(words.slice(cue.index));
    if (cue && years) return found(matter, { start: start + cue.index, end }, years);
  }
  return null;
}

function found(matter: CardMatter, place: Span, years: RegExpExecArray): Fact<Horizon> {
  const from = Number(years.groups?.["from"]);
  const to = Number(years.groups?.["to"] ?? from);
  return factAt(matter, { from: Math.min(from, to), to: Math.max(from, to) }, { span: within(place, years) });
}

function within({ start }: Span, { 0: words, index }: RegExpExecArray): Span {
  return { start: start + index, end: start + index + words.length };
}
