import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, atLeast, atMost, equals, lessThan, rangeOf, valueOf } from "./value.ts";

const exact = (n: number) => valueOf(n);

for (const [rule, actual, expected] of [
  ["an exact value at the bound is at most it", atMost(exact(2300), 2300), "yes"],
  ["an exact value above the bound is not", atMost(exact(2300.1), 2300), "no"],
  ["超 the bound itself is never at most it", atMost(valueOf(85, "over"), 85), "no"],
  ["超 a smaller number cannot tell", atMost(valueOf(80, "over"), 85), "unknown"],
  ["近 the bound is at most it", atMost(valueOf(30, "under"), 30), "yes"],
  ["近 the bound cannot be at least it", atLeast(valueOf(30, "under"), 30), "no"],
  ["约 around the bound cannot tell", atLeast(valueOf(3000, "about"), 3000), "unknown"],
  ["约 well above the bound is at least it", atLeast(valueOf(3000, "about"), 2800), "yes"],
  ["以上 includes its number", atLeast(valueOf(9000, "at-least"), 9000), "yes"],
  ["不超过 includes its number", atMost(valueOf(200, "at-most"), 200), "yes"],
  ["a range inside the bound is at most it", atMost(rangeOf(1, 1.5), 2), "yes"],
  ["an exact value equals itself", equals(exact(371), 371), "yes"],
  ["约 may or may not equal its number", equals(valueOf(130, "about"), 130), "unknown"],
  ["a value never equals a number outside its interval", equals(valueOf(130, "about"), 200), "no"],
  ["7 000余 against 超8 300 cannot tell", lessThan(valueOf(7000, "over"), valueOf(8300, "over")), "unknown"],
  ["近 and exact at the same number", lessThan(valueOf(8300, "under"), exact(8300)), "yes"],
  ["equal exact values are not less", lessThan(exact(5), exact(5)), "no"],
  ["a fall of 超60 lies below −60", atMost(valueOf(-60, "over"), -40), "yes"],
  ["a fall of 近30 does not reach −30", atMost(valueOf(-30, "under"), -30), "no"],
  ["约 of a negative change keeps its bounds in order", atMost(valueOf(-10, "about"), -9), "yes"],
] as [string, Answer, Answer][])
  test(`[5.6] ${rule}`, () => assert.equal(actual, expected));

test("[5.6] reversed bounds are refused", () => assert.throws(() => rangeOf(2, 1), /reversed/u));
