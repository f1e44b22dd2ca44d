import { count } from "../../format/number.ts";

/** Words of 登记: the list of registers, one register as a table, a row entered by hand. */
export const registers = {
  title: "登记",
  note: "八种台账，每一条都带依据",
  rows: (n: number) => `${count(n)}条`,
  register: "台账",
  filter: "找",
  filterLabel: "名称里的字",
  any: "全部",
  notStated: "未载",
  clear: "清除筛选",
  sortBy: (column: string) => `按${column}排`,
  more: (n: number) => `更多，还有${count(n)}`,
  moreInexact: "更多",
  total: (n: number, exact: boolean) => (exact ? `共${count(n)}条` : `至少${count(n)}条`),
  none: (plural: string) => `还没有收录${plural}`,
  noneText: "可由文件读出，也可手录，每一条都要有依据。",
  noneFound: "没有合于筛选的条目",
  missing: (kind: string) => `没有名为「${kind}」的台账`,
  missingAction: "回登记",
  take: "取走",
  takeAs: (plural: string, format: string) => `${plural}，${format}`,
  add: "手录一条",
  yes: "是",
  no: "否",
  filters: "筛选",
};
