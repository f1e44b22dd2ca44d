import { count } from "../../format/number.ts";

/** Words of 谱系: which text serves which, and what is held of it. */
export const lineage = {
  title: "文件谱系",
  note: "规划与文件，谁贯彻谁、谁替代谁",
  figure: "谱系图，可横向滚动",
  key: "图例",
  view: "看法",
  views: { figure: "图", list: "表" },
  whole: "看全部谱系",
  held: "正文已收录",
  notHeld: "正文未收录",
  relations: { serves: "上位规划", implements: "贯彻落实", replaces: "替代", "version-of": "新版" },
  counts: (nodes: number, held: number) => `${count(nodes)}件，收录正文${count(held)}件`,
  truncated: "只画出一部分，从某一件看起可看全。",
  none: "还没有规划与文件",
  noneText: "收文件，或载入数据包，谱系由此画出。",
  declared: "宣布之数与收录之数",
  nothingDeclared: "收录的文件没有宣布件数。",
  notCounted: "没有台账数这一类，收录多少不能判断。",
  known: (known: number, unnamed: number) =>
    unnamed > 0 ? `知其名${count(known)}，另${count(unnamed)}件连名称也未收录。` : `知其名${count(known)}。`,
};
