import assert from "node:assert/strict";
import { test } from "node:test";
import { profileOf } from "./profile.ts";
import { repair } from "./repair.ts";

const read = (text: string): string => {
  const { title, issuer, number, date, coverage } = profileOf(repair(text));
  return [title?.value, issuer?.value, number?.value, date?.value, coverage && `${coverage.from}..${coverage.to}`]
    .map((part) => part ?? "-")
    .join(" | ");
};

for (const [rule, text, expected] of [
  [
    "title, number and date",
    "青山市水利发展行动方案\n\n青政发〔2019〕12号\n\n2019年3月5日\n\n全市要做好水利工作。",
    "青山市水利发展行动方案 | - | 青政发〔2019〕12号 | 2019-03-05 | -",
  ],
  [
    "editor and coverage",
    "# 青山水库大事记\n\n(2009.1—2012.11)\n\n青山市档案馆 编\n\n正文从略。",
    "青山水库大事记 | 青山市档案馆 | - | - | 2009-01..2012-11",
  ],
  [
    "the line below the title of a report dates it",
    "政府工作报告\n\n——2019年1月14日在市第十五届人民代表大会第二次会议上\n\n各位代表：",
    "政府工作报告 | - | - | 2019-01-14 | -",
  ],
  ["a bare year is no title", "大事记\n\n2019年\n\n1月\n\n8日，会议召开。", "大事记 | - | - | - | -"],
  [
    "a signature at the foot dates the document",
    "关于供水的通知\n\n请遵照执行。\n\n2020年6月",
    "关于供水的通知 | - | - | 2020-06 | -",
  ],
  ["a date inside a sentence does not", "2020年6月1日召开会议。", "- | - | - | - | -"],
  ["a day that does not exist is no date", "关于供水的通知\n\n2020年2月30日", "关于供水的通知 | - | - | - | -"],
] as const) {
  test(`profile: ${rule}`, () => assert.equal(read(text), expected));
}
