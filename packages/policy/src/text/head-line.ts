import type { Span } from "./span.ts";
import type { View } from "./view.ts";

/** 日. 2018年07月25日, 2018年2月, 2018-07-25 alone on a line; near miss: 2018年2月召开会议. */
export const wholeDate = /^(?<year>(?:19|20)\d\d)[年\-/.](?<month>\d{1,2})[月\-/.]?(?:(?<day>\d{1,2})日?)?$/u;

// 某政发〔2023〕7号      某政发〔2023〕7号  签发人：张三
// ^^^^^^^^^^^^          ^^^^^^^^^^^^      near miss: 第7号 (no year)
/** 发文字号. The number of a document alone on its line, or beside its signatory. */
export const numberLine =
  /^\s*(?<number>\p{Script=Han}{1,10}[〔[（(](?:19|20)\d\d[〕\]）)]第?\d{1,4}号)(?:\s*签发人.*)?\s*$/u;

/** Lines above or below a title that are none (GB/T 9704-2012, 7.2; index cards of sites; mastheads). */
const headMatter = [
  /^\d{6}$/u, // 份号
  /^(?:特急|加急|平急|急件|特提)$/u,
  /^(?:绝密|机密|秘密)/u,
  /^(?!.*关于)[\p{Script=Han}·\s]{4,}文\s*件$/u, // 青山市水务局文件
  /^.{0,4}(?:来源|日期|时间|字号|文号|机关|机构|单位|作者|记者|编辑|索\s*引\s*号|主题词|签发人|编号|有效性)\s*[:：\]】]/u,
  /^[[【〔].{2,8}[\]】〕]/u, // [发文机构] 青山市人民政府
  /^《?\p{Script=Han}{1,8}(?:日报|晚报|时报|晨报|周报|早报|商报|青年报)》?(?:[\s\d（(第].*)?$/u, // 青山日报 第3版
  /出版社$/u,
  /^(?:首页|当前位置|您的位置)/u,
  /^\p{Script=Han}{1,10}[〔[（(](?:19|20)\d\d[〕\]）)]/u,
  /[>＞›»]/u,
] as const;

/** A longer line is running text. */
const LONGEST = 160;

/** 文首杂行. Whether a line of the head is none of its title: copy number, urgency, red head, labels, masthead. */
export function isHeadMatter(line: string): boolean {
  if (line.length > LONGEST) return false;
  return wholeDate.test(line) || numberLine.test(line) || headMatter.some((pattern) => pattern.test(line));
}

/** 题尾. Last words of titles of official documents, a bracket after them aside. */
export const titleEnding =
  /(?:通知|意见|办法|规定|决定|批复|函|公告|通告|通报|报告|方案|计划|规划|纲要|要点|措施|细则|条例|协议|公报|纪要|大事记|纪事|情况|回顾|总结|清单|目录|倡议|讲话)(?:[（(][^（）()]*[)）])?$/u;

/** A line that stands by itself in a head whatever comes after it. */
function isLone(line: string): boolean {
  return (
    isHeadMatter(line) ||
    (line.length <= 80 && /关于|印发/u.test(line) && titleEnding.test(line) && !/[。；]/u.test(line))
  );
}

/**
 * 拆行. The parts of a paragraph as the head of a document has them: a paragraph that was joined from lines of which one can
 * only stand by itself (a number, a label, 关于…的通知) is taken apart again; any other is one part.
 */
export function headParts<P extends Span>(view: View, paragraph: P): readonly P[] {
  const lines = printedLines(view, paragraph);
  const words = ({ start, end }: Span): string => view.folded.slice(start, end).trim();
  if (lines.length < 2 || !lines.some((line) => isLone(words(line)))) return [paragraph];
  return lines.map((line) => ({ ...paragraph, ...line }));
}

/** Stretches of the view between the line breaks of the stored text. */
function printedLines(view: View, { start, end }: Span): readonly Span[] {
  const lines: Span[] = [];
  let from = start;
  for (let at = start + 1; at < end; at += 1) {
    const [before, here] = [view.raw[at - 1] ?? 0, view.raw[at] ?? 0];
    if (here - before === 1 || !/[\r\n]/u.test(view.stored.slice(Math.min(before, here) + 1, Math.max(before, here))))
      continue;
    lines.push({ start: from, end: at });
    from = at;
  }
  return from < end ? [...lines, { start: from, end }] : lines;
}
