import { count } from "../../format/number.ts";

/** How often repair did what. */
interface RepairCounts {
  readonly joined: number;
  readonly hidden: number;
  readonly moved: number;
  readonly copy: number;
  readonly furniture: number;
  readonly contents: number;
}

/** Words of the reader: outline, sheet, margin. */
export const reader = {
  missing: "没有收录这份文件",
  missingText: "地址可能写错，或文件已清除。",
  missingAction: "回文件列表",
  meta: { issuer: "机关", number: "文号", date: "成文", file: "文件", received: "收到" },
  receivedBy: (day: string, by: string) => `${day}，${by}`,
  outline: "提纲",
  noOutline: "没有读出小标题",
  outlineUnit: "条读出",
  text: "正文",
  view: "文本",
  repaired: "修复稿",
  raw: "原文",
  repairedNote: "断行已接回，原文一字未改",
  rawNote: "与收到的文本逐字相同",
  original: "原件",
  number: "段",
  row: "行",
  readHere: "读出",
  both: "对照",
  bothNote: "左为原文，右为修复稿；划去的不读，一字未删",
  closedBreak: "断行，已接回",
  hiddenHere: "排版记号，不读",
  foreignHere: "别的句子，版面插在中间",
  kinds: {
    contents: "目录",
    furniture: "版面件",
    caption: "图题",
    aside: "链接",
    comment: "评论",
  },
  erratumGlyph: "勘",
  erratum: (wrong: string, right: string) => `勘误：「${wrong}」当作「${right}」`,
  erratumOpen: (wrong: string) => `勘误：「${wrong}」有误`,
  copyOf: (address: string) => `重印，同${address}`,
  page: (n: number) => `第${count(n)}页`,
  tableOf: (sheet: string) => `表：${sheet}，可横向滚动`,
  repairCounts: (of: RepairCounts) =>
    [
      of.joined > 0 ? `接回断行${count(of.joined)}` : "",
      of.hidden > 0 ? `略去记号${count(of.hidden)}` : "",
      of.moved > 0 ? `移回${count(of.moved)}` : "",
      of.copy > 0 ? `重印${count(of.copy)}` : "",
      of.furniture > 0 ? `版面件${count(of.furniture)}` : "",
      of.contents > 0 ? `目录行${count(of.contents)}` : "",
    ]
      .filter(Boolean)
      .join("，") || "没有要修复的",
  legend: "标记",
  spans: { date: "时", quantity: "量", body: "体", title: "题" },
  spanNames: { date: "时间", quantity: "数量", body: "机构与地区", title: "文件与项目名" },
  counts: (read: number, decided: number) => `读出${count(read)}，已审${count(decided)}`,
  glosses: {
    event: "事",
    measurement: "测",
    commitment: "诺",
    achievement: "成",
    target: "标",
    agreement: "约",
    plan: "规",
    milestone: "程",
    "organisation-change": "机",
    requirement: "求",
    declaration: "数",
    other: "读",
  },
  gloss: (type: string, n: number, pending: number) =>
    `${type}，${count(n)}条${pending > 0 ? `，${count(pending)}条待审` : "，已审"}`,
  sentence: (paragraph: string, ordinal: string) => `第${paragraph}段第${ordinal}句`,
  more: (n: number) => `往下再取，还有${count(n)}句`,
  loaded: (held: number, total: number) => `已取${count(held)}句，全文${count(total)}句`,
  seeking: (address: string) => `在找${address}`,
  notFound: (address: string) => `这份文件没有${address}这一句`,
  purgedTitle: "正文已清除",
  purgedText: (day: string, by: string, reason: string) =>
    `${day}由${by}清除，因为${reason}。散列与审计记录还在，条目上写明依据已清除。`,
  emptyTitle: "没有读出句子",
  emptyText: "文件已收，正文里没有可读的句子。",
};
