import assert from "node:assert/strict";
import { test } from "node:test";
import { canonicalJson, digestOf, sha256Of } from "./canonical-json.ts";

for (const [rule, value, expected] of [
  ["keys are in order, at every depth", { b: 1, a: { d: 2, c: 3 } }, '{"a":{"c":3,"d":2},"b":1}'],
  [
    "keys are in order of UTF-16 units (RFC 8785, 3.2.3)",
    { "€": 1, "\r": 2, "\u{1F600}": 3, "\ufb33": 4, "1": 5 },
    '{"\\r":2,"1":5,"€":1,"😀":3,"\ufb33":4}',
  ],
  ["a list keeps its order", [3, 1, 2], "[3,1,2]"],
  ["numbers are written as ECMAScript writes them", [1e21, 1e-7, 0.1, -0, 4.5], "[1e+21,1e-7,0.1,0,4.5]"],
  ["absent members are left out, null ones stay", { a: undefined, b: null }, '{"b":null}'],
  ["text is not normalised", "é é 京", '"é é 京"'],
] as const)
  test(rule, () => assert.equal(canonicalJson(value), expected));

test("a number that is not finite is refused", () => assert.throws(() => canonicalJson({ a: Number.NaN }), RangeError));

test("equal values have equal digests, whatever the order of their keys", () => {
  assert.equal(digestOf({ a: 1, b: [2] }), digestOf({ b: [2], a: 1 }));
  assert.notEqual(digestOf({ a: 1 }), digestOf({ a: "1" }));
});

test("the digest of nothing is the one that FIPS 180-4 gives", () =>
  assert.equal(sha256Of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
