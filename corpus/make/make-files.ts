// Makes the sample documents that are not plain text from their sources: `node corpus/make/make-files.ts`.
// The products are committed; nothing makes them again when Qipan is built or tested.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { docxFile } from "./docx-file.ts";
import { blocksOf } from "./outline-source.ts";
import { pdfFile } from "./pdf-file.ts";
import { xlsxFile } from "./xlsx-file.ts";

const corpus = join(import.meta.dirname, "..");
const source = (name: string): string => readFileSync(join(corpus, "source", name), "utf8");
const table = (name: string): string[][] =>
  source(name)
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));
const keep = (name: string, bytes: Uint8Array): void => writeFileSync(join(corpus, name), bytes);

const plan = blocksOf(source("104_action-plan-2018-2020.md"));
keep(
  "104_action-plan-2018-2020.docx",
  await docxFile(plan, { head: "北京市推进京津冀协同发展任务梳理（样例）", font: "FangSong" }),
);

const report = blocksOf(source("105_half-year-report-2018.md"));
keep("105_half-year-report-2018.pdf", await pdfFile(report, "2018年上半年协同发展情况（样例）"));

keep(
  "112_duties-and-indicators.xlsx",
  await xlsxFile([
    {
      name: "责任分工表",
      title: "京津冀协同发展在建项目责任分工表",
      note: "（示例文件，由棋盘项目据数据包编写；每行的来源见 corpus/sources.tsv）",
      rows: table("112_duties.tsv"),
      below: ["注：牵头单位取自数据包项目表，不是发文机关的分工；完成时限为公开报道所称的计划，未见报道的写“未公布”。"],
      merged: [],
    },
    {
      name: "指标表",
      title: "京津冀协同发展主要指标",
      note: "（示例文件，由棋盘项目据数据包编写；空格表示未录，不表示零）",
      rows: table("112_indicators.tsv"),
      below: [
        "注1：地区生产总值按当年价格计算，2020年及以后为初次公布数。",
        "注2：2013年第三产业比重、天津市PM2.5年均浓度由公布的变化幅度推算。",
      ],
      merged: [0],
    },
  ]),
);
