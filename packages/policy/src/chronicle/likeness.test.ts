import assert from "node:assert/strict";
import { test } from "node:test";
import { groundOf } from "../records/ground.ts";
import { type Happening, likenessOf } from "./likeness.ts";
import { pairUp } from "./pairing.ts";

const on = (dateStart: string | null, words: string, dateEnd = dateStart): Happening => ({ dateStart, dateEnd, words });

for (const [rule, a, b, least, most] of [
  [
    "the same words on the same day are the same",
    on("2014-04-03", "两市签署框架协议"),
    on("2014-04-03", "两市签署框架协议"),
    1,
    1,
  ],
  [
    "a shorter title inside a longer sentence counts in full",
    on("2014-04-03", "两市签署框架协议"),
    on("2014-04-03", "这一天，两市签署框架协议并考察园区"),
    1,
    1,
  ],
  ["another day is another event", on("2014-04-03", "两市签署框架协议"), on("2014-04-04", "两市签署框架协议"), 0, 0],
  [
    "a month that holds the day only touches",
    on("2014-04-03", "两市签署框架协议"),
    on("2014-04-01", "两市签署框架协议", "2014-04-30"),
    0.6,
    0.6,
  ],
  [
    "other words on the same day are unlike",
    on("2014-04-03", "消防演练举行"),
    on("2014-04-03", "签署旅游协议"),
    0,
    0.2,
  ],
  ["marks and spaces do not count", on("2014-04-03", "《规划》发布"), on("2014-04-03", "规划 发布"), 1, 1],
  ["an event without a day is like nothing", on(null, "规划发布"), on("2014-04-03", "规划发布"), 0, 0],
] as const)
  test(`[12.3] ${rule}`, () => {
    const { likeness } = likenessOf(a, b);
    assert.ok(likeness >= least && likeness <= most, String(likeness));
  });

test("[12.3] nothing is merged twice: the more alike pair wins, the other stays free", () => {
  const pairs = [
    { left: "a", right: "x", likeness: 0.7, why: groundOf("same-dates") },
    { left: "b", right: "x", likeness: 0.9, why: groundOf("same-dates") },
    { left: "b", right: "y", likeness: 0.6, why: groundOf("same-dates") },
    { left: "a", right: "y", likeness: 0.2, why: groundOf("same-dates") },
  ];
  assert.deepEqual(
    pairUp(pairs).map(({ left, right }) => left + right),
    ["bx"],
  );
});
