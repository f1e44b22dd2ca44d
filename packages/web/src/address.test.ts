import assert from "node:assert/strict";
import { test } from "node:test";
import { frameSearch, parseSearch, registerSearch, stringifySearch } from "./address.ts";

for (const [rule, given, expected] of [
  ["a day is kept", { asof: "2018-12-31" }, { asof: "2018-12-31" }],
  ["a day that does not exist is dropped", { asof: "2018-02-30" }, {}],
  ["an unknown place is dropped", { at: "440000" }, {}],
  ["a known one is kept", { at: "120000", lang: "en" }, { at: "120000", lang: "en" }],
] as const)
  test(rule, () => assert.deepEqual(JSON.parse(JSON.stringify(frameSearch.parse(given))), expected));

test("search parameters are plain text both ways", () => {
  const written = stringifySearch({ asof: "2018-12-31", year: 2014, q: "通州 站", none: undefined, empty: "" });
  assert.equal(written, "?asof=2018-12-31&year=2014&q=%E9%80%9A%E5%B7%9E+%E7%AB%99");
  assert.deepEqual(parseSearch(written), { asof: "2018-12-31", year: "2014", q: "通州 站" });
});
test("words longer than any search are dropped", () =>
  assert.equal(registerSearch.parse({ q: "长".repeat(201) }).q, undefined));
