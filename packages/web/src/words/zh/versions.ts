import { count } from "../../format/number.ts";

/** How many clauses changed how. */
interface ChangeCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly moved: number;
  readonly same: number;
}

/** Words of 版本: corrected texts of a document. */
export const versions = {
  open: "版本",
  list: "各版",
  number: (n: number) => `第${count(n)}版`,
  current: "现行",
  sentences: (n: string) => `${n}句`,
  handIn: "交更正稿",
  handInNote: "更正稿成为新一版；旧版仍可读，立在旧句上的条目逐条核对。",
  choose: "选文件",
  noFile: "还没有选",
  send: "交",
  affected: "句子有变的条目",
  noneAffected: "没有条目立在变动的句子上。",
  affectedCount: (n: number) => `${count(n)}条待核`,
  settled: (n: number) => `已核${count(n)}条。`,
  fates: { same: "未变", moved: "移位", changed: "改动", lost: "已删" },
  before: "旧句",
  after: "新句",
  gone: "新版没有这一句",
  figure: (indicator: string, period: string) => `观测值 ${indicator} ${period}`,
  notMine: "归别的单位，由其核对。",
  settle: "核对",
  holds: "仍成立，改立新句",
  edit: "改条目",
  withdraw: "撤回",
  cannotHold: "新版没有对应的句子：改条目，或撤回。",
  changes: "条款异同",
  firstVersion: "这是第一版，没有可比的旧版。",
  counts: (of: ChangeCounts) =>
    `新增${count(of.added)}，删去${count(of.removed)}，改动${count(of.changed)}，移位${count(of.moved)}，未变${count(of.same)}`,
  showSame: "连未变的一起看",
  states: { added: "新增", removed: "删去", changed: "改动", moved: "移位", same: "未变" },
};
