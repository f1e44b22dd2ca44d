import assert from "node:assert/strict";
import { test } from "node:test";
import type { SourceMark } from "@qipan/policy/records/source-text";
import { secrecyOf } from "./secrecy.ts";

for (const [rule, text, expected] of [
  ["spaced before a star", "绝 密 ★ 启用前\n关于某事的通知", "绝密"],
  ["full-width spaces", "机　密　★　长期\n某事", "机密"],
  ["after a copy number on the same line", "000007  机密★5年\n某事", "机密"],
  ["traditional characters", "機密★\n某事", "机密"],
  ["the other form of 秘", "祕密\n某事", "秘密"],
  ["in brackets on a line of its own", "【绝密】\n某事", "绝密"],
  ["a level after its label", "密级：机密级\n某事", "机密"],
  ["a label in a table of the cover", "密 级　秘密★10年\n某事", "秘密"],
  ["a term without a star", "秘密 10年\n某事", "秘密"],
  ["an asterisk for the star, with a term", "机密*3年\n某事", "机密"],
  ["a footnote sign after a word is no star", "保守商业秘密*的规定\n* 见附件", null],
  ["a marking that is only spoken of", "标有“秘密★”字样的文件按规定保管。", null],
  ["levels that a law lists", "国家秘密的密级分为绝密、机密、秘密三级。\n密级：绝密、机密、秘密的划分", null],
  ["secret and confidential matters in a sentence", "机密事项由专人负责。\n秘密级文件另行登记。", null],
] as const)
  test(`secrecy in the head: ${rule}`, () => assert.equal(secrecyOf(text), expected));

const far = "正文一句。\n".repeat(600);

for (const [rule, text, marksOf, expected] of [
  [
    "a running head of any page",
    `${far}机密★1年\n正文。\n`,
    (at: number) => [{ kind: "furniture", start: at, end: at + 6 }],
    "机密",
  ],
  [
    "the upper edge of a page",
    `${far}某单位\n绝密\n正文。\n`,
    (at: number, end: number) => [{ kind: "page", page: 9, start: at, end }],
    "绝密",
  ],
  [
    "the lower edge",
    `${far}正文。\n正文。\n正文。\n正文。\n秘密★\n— 9 —\n`,
    (at: number, end: number) => [{ kind: "page", page: 9, start: at, end }],
    "秘密",
  ],
  [
    "not the middle of a page far below",
    `${far}一\n二\n三\n机密\n五\n六\n`,
    (at: number, end: number) => [{ kind: "page", page: 9, start: at, end }],
    null,
  ],
  [
    "not a running head that only names a law",
    `${far}保守国家秘密法\n`,
    (at: number) => [{ kind: "furniture", start: at, end: at + 7 }],
    null,
  ],
] as const)
  test(`secrecy at the edges: ${rule}`, () =>
    assert.equal(secrecyOf(text, marksOf(far.length, text.length) as readonly SourceMark[]), expected)); // written in this form
