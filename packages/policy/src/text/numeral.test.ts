import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumeral } from "./numeral.ts";

for (const [written, read] of [
  ["37", "37"],
  ["1,234.5", "1234.5"],
  ["1.95万", "19500"],
  ["3.2万亿", "3200000000000"],
  ["1亿2000万", "120000000"],
  ["3万4000", "34000"],
  ["三百二十", "320"],
  ["一千零五", "1005"],
  ["十二", "12"],
  ["两万", "20000"],
  ["二〇一八", "2018"],
  ["百万", "1000000"],
  ["十几", "11–19"],
  ["几十", "20–90"],
  ["数百", "200–900"],
  ["七八", "7–8"],
  ["800多万", "8000000 over"],
  ["1,2345", "1"],
  ["家", "none"],
  ["几", "none"],
  ["七八十", "70–80"],
  ["三四百", "300–400"],
  ["十七八", "17–18"],
  ["三五", "3–5"],
  ["十几万", "110000–190000"],
  ["几十万", "200000–900000"],
  ["数亿", "200000000–900000000"],
  ["上万", "10000 at least"],
  ["三千多", "3000"],
  ["三千多万", "30000000 over"],
  ["1,100万", "11000000"],
  ["一亿二千万", "120000000"],
  ["三万五千", "35000"],
  ["一万零五十", "10050"],
  ["0.35", "0.35"],
  ["2184.3万", "21843000"],
  ["12 万", "120000"],
  ["一二三四", "1234"],
  ["二三五", "235"],
  ["7".repeat(400), "no value"],
] as const) {
  test(`numeral: ${written.slice(0, 12)} is ${read}`, () => {
    const numeral = readNumeral(written, 0, written.length);
    if (!numeral) return assert.equal("none", read);
    const value = numeral.value ?? (numeral.low === null ? "no value" : `${numeral.low}–${numeral.high}`);
    assert.equal(`${value}${numeral.over ? " over" : ""}${numeral.atLeast ? " at least" : ""}`, read);
  });
}
