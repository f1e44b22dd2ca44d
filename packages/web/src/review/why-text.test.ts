import assert from "node:assert/strict";
import { test } from "node:test";
import { groundOf } from "@qipan/policy/records/ground";
import { review } from "../words/zh/review.ts";
import { whyText } from "./why-text.ts";

for (const [rule, why, expected] of [
  ["equal days", groundOf("same-dates", { share: 0.571 }), "日期相同，用词57%相合"],
  ["days that overlap", groundOf("dates-touch", { share: 0.28 }), "日期相接，用词28%相合"],
  [
    "what is held by another unit is named",
    groundOf("held-elsewhere", { detail: "两市签约" }),
    "与「两市签约」同一事，归别的单位，请其并入",
  ],
] as const)
  test(`why: ${rule}`, () => assert.equal(whyText(why, review), expected));
