import assert from "node:assert/strict";
import { test } from "node:test";
import { rangeOf, valueOf } from "@qipan/policy/records/value";
import { en } from "../words/en.ts";
import { zh } from "../words/zh.ts";
import { daysBetween, isDay, proseDay, yearFraction } from "./day.ts";
import { dueText } from "./due.ts";
import { count, numeral, signed } from "./number.ts";
import { isYear, periodText } from "./period.ts";
import { liesIn, placeText } from "./place.ts";
import { unitText, valueText, vintageText } from "./value.ts";

for (const [rule, actual, expected] of [
  ["a comma from 1,000", numeral(1000), "1,000"],
  ["none below", numeral(999.5), "999.5"],
  ["millions take two", numeral(1234567.25), "1,234,567.25"],
  ["a true minus", numeral(-2183.2), "−2,183.2"],
  ["no minus on nothing", numeral(-0.0000000001), "0"],
  ["decimals as recorded, no zeros added", numeral(2189), "2,189"],
  ["a large number shows no rounding dust", numeral(592963.2), "592,963.2"],
  ["decimals get no commas", numeral(0.12345678), "0.12345678"],
  ["counts are whole", count(1499.4), "1,499"],
  ["a rise has its sign", signed(12.1), "+12.1"],
  ["a fall has its sign", signed(-65), "−65"],
  ["no change has none", signed(0), "0"],
  ["a day in Chinese prose", proseDay("2018-12-31", "zh"), "2018年12月31日"],
  ["a day in English prose", proseDay("2018-12-03", "en"), "3 Dec 2018"],
  ["a month in Chinese prose", proseDay("2018-02", "zh"), "2018年2月"],
  ["a month in English prose", proseDay("2018-02", "en"), "Feb 2018"],
  ["a year", proseDay("2018", "en"), "2018"],
  ["days to the end of 2030", daysBetween("2026-11-23", "2030-12-31"), 1499],
  ["days backwards", daysBetween("2020-01-02", "2020-01-01"), -1],
  ["a real day", isDay("2016-02-29"), true],
  ["a day that does not exist", isDay("2018-02-29"), false],
  ["a day written otherwise", isDay("2018.12.31"), false],
  ["the first of January is the year", yearFraction("2014-01-01"), 2014],
  ["the end of a year in Chinese", dueText("2020-12-31", "zh"), "2020年底"],
  ["the end of a year in English", dueText("2020-12-31", "en"), "end 2020"],
  ["another day stays a day", dueText("2022-06-30", "zh"), "2022-06-30"],
  ["half a year in Chinese", periodText("2018H1", "zh"), "2018上半年"],
  ["a quarter in English", periodText("2014Q3", "en"), "2014 Q3"],
  ["a span in Chinese", periodText("2014/2018-06", "zh"), "2014—2018-06"],
  ["a span in English", periodText("2014/2022", "en"), "2014–2022"],
  ["what is no period stays", periodText("2018Hx", "zh"), "2018Hx"],
  ["a year is a year", isYear("2018"), true],
  ["half a year is not", isYear("2018H1"), false],
  ["an exact value is bare", valueText(valueOf(473), zh.terms), "473"],
  ["约 stands before", valueText(valueOf(1000, "about"), zh.terms), "约1,000"],
  ["以上 stands behind", valueText(valueOf(85, "at-least"), zh.terms), "85以上"],
  ["over stands before with a space", valueText(valueOf(9000, "over"), en.terms), "over 9,000"],
  ["a range shows both bounds", valueText(rangeOf(60, 70), zh.terms), "60—70"],
  ["a unit has its word", unitText("10^8 CNY", zh.terms), "亿元"],
  ["a compound unit has its words part by part", unitText("CNY/kWh", zh.terms), "元/千瓦时"],
  ["an unknown unit stays as it is", unitText("furlong", en.terms), "furlong"],
  ["a release says its year", vintageText("release-2024", zh.terms), "2024年发布"],
  ["a vintage has its word", vintageText("initial", en.terms), "First release"],
  ["a province has its own word", placeText("110000", { language: "zh", terms: zh.terms }), "北京市"],
  [
    "a held place its held name",
    placeText("zone-x", {
      language: "en",
      terms: en.terms,
      names: { "zone-x": { zh: "某区", en: "X Zone", id: null, kind: "place" } },
    }),
    "X Zone",
  ],
  ["a place without a name its code", placeText("site-y", { language: "zh", terms: zh.terms }), "site-y"],
  ["a county lies in its province", liesIn("110112", "110000"), true],
  ["the joint space lies in none", liesIn("JJJ", "110000"), false],
] as const)
  test(rule, () => assert.equal(actual, expected));
