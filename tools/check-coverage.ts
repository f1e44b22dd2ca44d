import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Outcome } from "./testing/outcome.ts";

/** 覆盖行数. Rows of the inventory of what the system must do; each has one line in the table. */
const ROWS = 177;
const HEADER = ["row", "item", "state", "where", "test"];
const STATES: ReadonlySet<string> = new Set(["works", "partly", "not yet"]);

/** What the last full run of the tests left behind; see tools/test.ts. */
const RESULTS = "node_modules/.cache/qipan/test-results.json";

type Ended = Pick<Outcome, "name" | "state">;

/**
 * 覆盖检查. Holds the coverage table against the tests that ran: a row that works names a test whose title carries the
 * row's number in brackets (`[1.5]`), and that test passed. Returns every fault as one line; none is an empty list.
 */
export function checkCoverage(table: string, ended: readonly Ended[]): readonly string[] {
  const [header = "", ...lines] = table.replace(/\n$/u, "").split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const faults = rows.flatMap((cells, index) => rowFaults(cells, { line: index + 2, ended }));
  if (header !== HEADER.join("\t"))
    faults.unshift(`line 1: the header must be ${HEADER.join(", ")}, separated by tabs`);
  if (rows.length !== ROWS) faults.push(`there are ${rows.length} rows, not ${ROWS}`);
  return [...faults, ...repeated(rows.map(([row = ""]) => row)).map((row) => `row ${row} stands there more than once`)];
}

function rowFaults(cells: readonly string[], { line, ended }: { line: number; ended: readonly Ended[] }): string[] {
  if (cells.length !== HEADER.length) return [`line ${line}: has ${cells.length} cells, not ${HEADER.length}`];
  const [row = "", item, state = "", where, test = ""] = cells;
  const faults: string[] = [];
  if (!/^\d+\.\d+$/u.test(row)) faults.push(`line ${line}: ${JSON.stringify(row)} is no row number such as 1.5`);
  if (item === "") faults.push(`row ${row}: the item is empty`);
  if (!STATES.has(state))
    faults.push(`row ${row}: the state ${JSON.stringify(state)} is none of works, partly, not yet`);
  if (state === "works" && where === "") faults.push(`row ${row}: works, but does not say where`);
  const problem = state === "works" ? testProblem(row, test, ended) : undefined;
  return problem === undefined ? faults : [...faults, `row ${row}: works, but ${problem}`];
}

function testProblem(row: string, test: string, ended: readonly Ended[]): string | undefined {
  if (test === "") return "names no test";
  if (!test.includes(`[${row}]`)) return `the test ${JSON.stringify(test)} does not carry [${row}] in its title`;
  const found = ended.filter(({ name }) => name === test || name.endsWith(` › ${test}`));
  if (found.length === 0) return `no test of that title ran: ${test}`;
  const bad = found.find(({ state }) => state !== "passed");
  return bad === undefined ? undefined : `its test ${bad.state}: ${test}`;
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

if (import.meta.main) {
  const root = dirname(import.meta.dirname);
  if (!existsSync(join(root, RESULTS))) throw new Error(`There is no ${RESULTS}. Run npm test first.`);
  const results: unknown = JSON.parse(readFileSync(join(root, RESULTS), "utf8"));
  // Written by tools/test.ts in this form.
  const { tests } = results as { tests: readonly Ended[] };
  const faults = checkCoverage(readFileSync(join(root, "docs", "coverage.tsv"), "utf8"), tests);
  for (const fault of faults) console.error(fault);
  console.log(`${ROWS} rows, ${tests.length} tests, ${faults.length} faults`);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
