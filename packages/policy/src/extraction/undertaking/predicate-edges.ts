import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import { wordAt } from "../../mention/word-table.ts";
import type { Span } from "../../text/span.ts";

const bodies =
  "部门 单位 机构 政府 委 局 厅 办 公司 集团 银行 法院 检察院 小组 办公室 专班 工作组 专题组 委员会 协会 街道 乡镇 主体 市县 海关 大队 中队 支队 党委 党组 执行机构".split(
    " ",
  );

export function startsQuantity(mentions: readonly Located[], at: number, index: number): boolean {
  for (let next = index; next < mentions.length; next += 1) {
    const located = mentions[next];
    if (!located || located.start > at) return false;
    if (located.start === at && located.mention.kind === "quantity") return true;
  }
  return false;
}

export function namesBody(text: string, { start, end }: Span): boolean {
  let until = end;
  while (until > start && "在自于".includes(text.charAt(until - 1))) until -= 1;
  if (text.charAt(until - 1) === "局" && "格布大全结时".includes(text.charAt(until - 2))) return false;
  return bodies.some((body) => until - start >= body.length && text.startsWith(body, until - body.length));
}

/** Verbs that follow each other without a break are one group: 启动建设, 支持建设. Quantities keep it apart. */
export function verbRun({ scan }: Passage, end: number, clause: Span): number {
  const { text, lexicon } = scan;
  const word = wordAt(lexicon.undertaking.clause, text, end, clause.end);
  if (word?.value.part === "verb" && end + word.written.length >= clause.end) return end + word.written.length;
  return text.charAt(end) === "了" || text.charAt(end) === "过" ? end + 1 : end;
}

export function isCounted(mentions: readonly Located[], end: number, index: number): boolean {
  for (let at = index; at < mentions.length; at += 1) {
    const located = mentions[at];
    if (!located || located.start > end + 1) return false;
    if (located.start >= end && located.mention.kind === "quantity") return true;
  }
  return false;
}

/** After a verb these make a noun of it: 投资额 完成率 受益者 搬迁由. */
const nounTails = "率额值量者度性期费款员由是或不满室";

/** Inside what a clause is about, a verb before these is part of a name: 供水能力, 投入强度. */
const levels = [
  "能力",
  "强度",
  "指数",
  "规模",
  "面积",
  "水平",
  "体系",
  "条件",
  "情况",
  "数据",
  "标准",
  "初期",
  "总数",
  "里程",
  "时间",
  "人数",
  "次数",
  "数量",
  "金额",
  "总额",
  "收入",
  "占比",
];

/** After a verb these name who does it: 建设单位, 管理机构. */
const doers = ["单位", "部门", "机构", "主体", "委员会", "办公室", "领导小组"];

export function isNoun(text: string, { end }: Span, inTheme: boolean): boolean {
  const next = text.charAt(end);
  if (next === "") return false;
  if (nounTails.includes(next) || (inTheme && next === "与")) return true;
  if (inTheme && levels.some((level) => text.startsWith(level, end))) return true;
  return doers.some((doer) => text.startsWith(doer, end));
}
