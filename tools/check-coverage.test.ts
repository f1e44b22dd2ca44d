import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCoverage } from "./check-coverage.ts";

const PASSED = [{ name: "text › [1.1] a sentence keeps its address", state: "passed" }] as const;
const WORKS = "1.1\titem\tworks\ttext/\t[1.1] a sentence keeps its address";

/** 177 rows, of which the first is given. */
function table(first: string, header = "row\titem\tstate\twhere\ttest"): string {
  const rest = Array.from({ length: 176 }, (_, index) => `2.${index + 1}\titem\tnot yet\t\t`);
  return `${[header, first, ...rest].join("\n")}\n`;
}

test("a sound table has no fault", () => {
  assert.deepEqual(checkCoverage(table(WORKS), PASSED), []);
  assert.deepEqual(checkCoverage(table("1.1\titem\tpartly\ttext/\t"), []), []);
});

const FAULTS: readonly (readonly [string, string, RegExp])[] = [
  ["a state of another name", "1.1\titem\tdone\ttext/\t", /the state "done" is none of/],
  ["a state in capitals", "1.1\titem\tWorks\ttext/\t", /the state "Works"/],
  ["works without a test", "1.1\titem\tworks\ttext/\t", /names no test/],
  ["works without a place", WORKS.replace("text/", ""), /does not say where/],
  [
    "a test without the row's number",
    "1.1\titem\tworks\ttext/\ta sentence keeps its address",
    /does not carry \[1\.1\]/,
  ],
  ["a test that did not run", "1.1\titem\tworks\ttext/\t[1.1] something else", /no test of that title ran/],
  ["a row twice", "2.1\titem\tnot yet\t\t", /row 2\.1 stands there more than once/],
  ["a row that is no number", "A\titem\tnot yet\t\t", /"A" is no row number/],
  ["a cell too few", "1.1\titem\tnot yet\t", /has 4 cells, not 5/],
];
for (const [rule, row, expected] of FAULTS)
  test(`planted and found: ${rule}`, () => {
    const faults = checkCoverage(table(row), PASSED);
    assert.equal(faults.length, 1, faults.join("\n"));
    assert.match(faults[0] ?? "", expected);
  });

for (const state of ["failed", "skipped"] as const)
  test(`a row whose test ${state} does not work`, () => {
    assert.match(
      checkCoverage(table(WORKS), [{ name: PASSED[0].name, state }]).join(),
      new RegExp(`its test ${state}`),
    );
  });

test("a row missing and a wrong header are faults", () => {
  assert.match(
    checkCoverage(table(WORKS).replace(/2\.176.*\n$/u, ""), PASSED).join(),
    /there are 177 rows|there are 176 rows/,
  );
  assert.match(checkCoverage(table(WORKS, "row,item"), PASSED).join(), /the header must be/);
});
