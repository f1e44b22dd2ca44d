import assert from "node:assert/strict";
import { test } from "node:test";
import { numberFormat } from "./number-format.ts";

for (const [code, value, expected] of [
  ["General", 1234.5, "1234.5"],
  ["General", 0.1 + 0.2, "0.3"],
  ["General", 0.000_000_12, "0.00000012"],
  ["@", 2023, "2023"],
  ["0", 12.5, "13"],
  ["0.00", 12.5, "12.50"],
  ["0.0#", 12.5, "12.5"],
  ["#,##0", 1_234_567.4, "1,234,567"],
  ["#,##0.00", -1234.5, "-1,234.50"],
  ["#,##0;(#,##0)", -1234, "-1,234"],
  ["0%", 0.052, "5%"],
  ["0.0%", 0.0525, "5.3%"],
  ["0.0%", -0.001, "-0.1%"],
  ["0", -0.2, "0"],
  ['0.0"公里"', 12.345, "12.3公里"],
  ['"约"0"人"', 12, "约12人"],
  ["¥#,##0.00", 99.5, "¥99.50"],
  ["[$￥-804]#,##0", 1200, "￥1,200"],
  ["_ * #,##0.00_ ;_ * -#,##0.00_ ", 1200, "1,200.00"],
  ["[Red]0.0", 2.25, "2.3"],
  ["yyyy-mm-dd", 45_291, "2023-12-31"],
  ['yyyy"年"m"月"d"日"', 45_291, "2023-12-31"],
  ['[DBNum1][$-804]yyyy"年"m"月"', 45_291, "2023-12"],
  ["yyyy", 45_291, "2023"],
  ["m/d", 45_291, "2023-12-31"],
  ["yyyy/m/d h:mm", 45_291.75, "2023-12-31 18:00"],
  ["h:mm:ss", 0.5, "12:00:00"],
  ["[h]:mm", 1.5, "36:00"],
  ["yyyy-mm-dd", 1, "1900-01-01"],
  ["yyyy-mm-dd", 61, "1900-03-01"],
  ["yyyy-mm-dd", -5, "-5"],
  ["0.00E+00", 12_345, "12345"],
  ["# ?/?", 0.5, "0.5"],
  ["0,,", 2_000_000, "2000000"],
] as const)
  test(`${value} as ${code} is ${expected}`, () =>
    assert.equal(numberFormat(0, code, { is1904: false })(value), expected));

test("formats without a code are those of the standard, and a workbook may count from 1904", () => {
  assert.equal(numberFormat(14, undefined, { is1904: false })(45_291), "2023-12-31");
  assert.equal(numberFormat(57, undefined, { is1904: false })(45_291), "2023-12");
  assert.equal(numberFormat(10, undefined, { is1904: false })(0.0523), "5.23%");
  assert.equal(numberFormat(14, undefined, { is1904: true })(43_829), "2023-12-31");
});
