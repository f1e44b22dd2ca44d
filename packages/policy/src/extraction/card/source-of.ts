import type { Fact } from "../../records/card.ts";
import type { Span } from "../../text/span.ts";
import { wordAt } from "../../mention/word-table.ts";
import { type CardMatter, factAt, footOf, headOf, type Line } from "./card-matter.ts";
import type { Labelled } from "./labels.ts";

/** Lines from the top in which a dateline stands; further down a report is quoted for one thing only. */
const OPENING = 5;

/**
 * 来源. Name of the publisher as written, from the first of these that names one: a label (来源：青山日报), a dateline (新华社
 * 青山5月12日电), a report quoted as a whole (据青山日报报道), a masthead, a publishing house, a compiler (由…编写). Null where
 * the text names none; 本报 names none by itself.
 */
export function sourceOf(matter: CardMatter, labels: readonly Labelled[]): Fact<string> | null {
  const label = labels.find(
    ({ field, words }) => field === "source" && !/^(?:网络|互联网|本站|本报|综合|见|http)/u.test(words),
  );
  if (label) return labelled(matter, label);
  const head = headOf(matter);
  for (const line of head) {
    const found = masthead(matter, line);
    if (found) return found;
  }
  for (const line of [...head.slice(0, OPENING), ...footOf(matter)]) {
    const found = reported(matter, line);
    if (found) return found;
  }
  return null;
}

// 来源：《青山日报》2020年3月5日第3版      来源：青山日报 记者 王某
//        ^^^^^^^^                              ^^^^^^^^
function labelled(matter: CardMatter, { start, words }: Labelled): Fact<string> {
  const name =
    /^《?(?<name>[^》\s,，。（(|｜]+?)(?=》|[\s,，。（(|｜]|(?:19|20)\d\d|$)/u.exec(words)?.groups?.["name"] ?? words;
  const from = start + Math.max(0, words.indexOf(name));
  return factAt(matter, name, { span: { start: from, end: from + name.length } });
}

// 新华社青山5月12日电      据《青山日报》报道      （据青山市统计局消息）      near miss: 后来据某报报道
// ^^^^^^                       ^^^^^^^^                 ^^^^^^^^^^^^
const wire = /^[\s]*(?:[—-]*)(?<name>\p{Script=Han}{2,4}社)\p{Script=Han}{2,8}\d{1,2}月\d{1,2}日(?=专?电)/u;
const quoted = /^[\s]*[（(]?据《?(?<name>\p{Script=Han}{2,20}?)》?(?:(?:\d{4}年)?\d{1,2}月\d{1,2}日)?(?=报道|消息|讯)/u;

function reported(matter: CardMatter, line: Line): Fact<string> | null {
  for (const pattern of [wire, quoted]) {
    const found = pattern.exec(line.words);
    const name = found?.groups?.["name"];
    if (!found || !name || !tellsWord(matter, line, found.index + found[0].length)) continue;
    return named(matter, line, { name, index: found.index + found[0].indexOf(name) });
  }
  return null;
}

function tellsWord({ lexicon }: CardMatter, { words }: Line, at: number): boolean {
  return wordAt(lexicon.card.reports, words, at, words.length) !== null;
}

/** Lines that name a publisher by their form alone. */
const mastheads = [
  /^[\s]*《?(?<name>\p{Script=Han}{1,8}(?:日报|晚报|时报|晨报|周报|早报|商报|青年报))》?(?=[\s]*(?:$|[（(]|\d|第))/u, // 青山日报 2020年3月5日 第3版
  /^[\s]*(?<name>\p{Script=Han}{2,14}出版社)[\s]*$/u,
  /^[\s]*(?<name>\p{Script=Han}{2,14}网)[\s]*(?=[|｜>＞›»]|(?:19|20)\d\d)/u, // 青山网 > 要闻
  /(?<=[，（(]|^[\s]*)由(?<name>\p{Script=Han}{2,20}?)(?:根?据[^，。；]{2,24}?)?(?:编写|编制|整理|改写|汇编)/u, // （本件由青山市档案馆据公开资料编写）
] as const;

function masthead(matter: CardMatter, line: Line): Fact<string> | null {
  for (const pattern of mastheads) {
    const found = pattern.exec(line.words);
    const name = found?.groups?.["name"];
    if (found && name) return named(matter, line, { name, index: line.words.indexOf(name, found.index) });
  }
  return null;
}

function named(matter: CardMatter, { start }: Span, { name, index }: { name: string; index: number }): Fact<string> {
  return factAt(matter, name, { span: { start: start + index, end: start + index + name.length } });
}
