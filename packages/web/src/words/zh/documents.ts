import { count } from "../../format/number.ts";

/** How many files of a batch came to what. */
interface BatchCounts {
  readonly files: number;
  readonly waiting: number;
  readonly running: number;
  readonly created: number;
  readonly held: number;
  readonly refused: number;
  readonly failed: number;
  readonly cancelled: number;
}

/** Words of 文件: the list of documents and how files are handed in. */
export const documents = {
  title: "文件",
  note: "收到的每一份文件，与从中读出的条目",
  list: "文件",
  name: "文件名",
  issuer: "发文机关",
  number: "文号",
  date: "成文",
  sentences: "句",
  readings: "读出",
  pending: (n: number) => `待审${count(n)}`,
  allReviewed: "全部已审",
  noReadings: "没有读出",
  received: "收到",
  filter: "找文件",
  filterLabel: "标题、文号或文件名",
  clear: "清除",
  none: "还没有收录文件",
  noneText: "把文件拖到这一页，或选文件。读完后句子、读出与条目都能从这里打开。",
  noneFound: (q: string) => `没有收录名为「${q}」的文件`,
  total: (n: number, exact: boolean) => (exact ? `共${count(n)}份` : `至少${count(n)}份`),
  purged: (day: string) => `正文已于${day}清除`,
  purgedWhy: (by: string, reason: string) => `${by}：${reason}。散列与审计记录还在。`,
  upload: "收文件",
  uploadHint: "docx、pdf、xlsx、html、txt、md、csv、doc、wps、ofd，或打成 zip；可多选，也可拖到这一页",
  batches: "成批收的",
  batchName: (n: number, day: string) => `${day} ${count(n)}个文件`,
  batchCounts: (of: BatchCounts) =>
    `${count(of.files)}个：已收${count(of.created)}，早已收录${count(of.held)}，没有收${count(of.refused + of.failed)}${
      of.waiting + of.running > 0 ? `，待读${count(of.waiting + of.running)}` : ""
    }${of.cancelled > 0 ? `，已撤${count(of.cancelled)}` : ""}`,
  cancelBatch: "撤回还没有读的",
  notTaken: (n: number) => `没有收的${count(n)}个，看原因`,
  genre: "文种",
  lineage: "谱系",
  drop: "放开，收进棋盘",
  uploads: "正在收",
  sending: "在传",
  waiting: "排队待读",
  reading: (done: number, total: number) => (total > 0 ? `在读，第${count(done)}步，共${count(total)}步` : "在读"),
  done: "读完",
  open: "打开",
  failed: "没有读成",
  refused: "没有收",
  empty: "文件是空的，没有收。换一份有正文的文件再传。",
  tooLarge: (megabytes: string) => `文件有${megabytes} MB，一份至多64 MB，压缩包至多256 MB，没有收。拆开再传。`,
  dismiss: "收起",
};
