import { count } from "../../format/number.ts";

/** Words of 搜索. */
export const search = {
  title: "搜索",
  label: "找句与条目",
  submit: "找",
  start: "写一个词，句与条目一起找",
  startText: "如机构、地点、工程、指标的名字；两个字以上较准。",
  results: (n: number, exact: boolean) => (exact ? `${count(n)}处` : `至少${count(n)}处`),
  none: (q: string) => `没有收录含「${q}」的句或条目`,
  noneText: "未收录不等于没有。可补入文件，或换一个说法。",
  noneAction: "补入文件",
  also: "同一对象的其他名称也已查：",
  literal: "只查原词",
  widen: "连同其他名称一起查",
  scope: "找什么",
  scopes: { all: "全部", entries: "条目", sentences: "原句" },
  kinds: "种类",
  entries: "条目",
  sentences: "原句",
  more: (n: number) => `更多，还有${count(n)}`,
};
