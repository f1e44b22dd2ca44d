// 全部检验. Everything that must hold: checks first, then the tests group by group, in the order of the layers.
//   npm test                      all of it; the last line is `N passed, N failed`
//   npm test -- policy web        only these groups, without checks
//   npm test -- --slow            all of it and the slow group
//   npm run check                 only the checks
// The titles and ends of a full run are kept in node_modules/.cache/qipan/test-results.json.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkCoverage } from "./check-coverage.ts";
import { prepareBrowser } from "./testing/browser.ts";
import { GROUPS, type TestGroup } from "./testing/groups.ts";
import { count, type Outcome } from "./testing/outcome.ts";
import { CHECKS, runCheck } from "./testing/run-check.ts";
import { runGroup } from "./testing/run-group.ts";

interface Wish {
  readonly checks: "all" | "quick" | "none";
  readonly groups: readonly TestGroup[];
  /** Whether everything runs, so that the coverage table can be held against it. */
  readonly isFull: boolean;
}

const ROOT = dirname(import.meta.dirname);
const RESULTS = join(ROOT, "node_modules", ".cache", "qipan", "test-results.json");

process.chdir(ROOT);
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const wish = readWish(args);
  if (typeof wish === "string") return refuse(wish);
  const group = wish.groups.find(({ needsBrowser }) => needsBrowser);
  const browser = group === undefined ? undefined : await prepareBrowser(console.log);
  if (browser?.kind === "missing") return refuse(browser.message);
  if (browser !== undefined) process.env["QIPAN_CHROMIUM"] = browser.chromium;
  const outcomes = [...(await runChecks(wish)), ...(await runGroups(wish.groups))];
  if (wish.isFull) outcomes.push(coverage(outcomes));
  return conclude(outcomes, wish.isFull);
}

function readWish(args: readonly string[]): Wish | string {
  if (args.length === 1 && args[0] === "--checks") return { checks: "quick", groups: [], isFull: false };
  const withSlow = args.includes("--slow");
  const names = args.filter((arg) => arg !== "--slow");
  const unknown = names.find((name) => !GROUPS.some((group) => group.name === name));
  if (unknown !== undefined) {
    return `There is no group ${unknown}. Groups: ${GROUPS.map(({ name }) => name).join(", ")}.`;
  }
  if (names.length === 0) {
    return { checks: "all", groups: GROUPS.filter(({ slow }) => withSlow || slow !== true), isFull: true };
  }
  return { checks: "none", groups: GROUPS.filter(({ name }) => names.includes(name)), isFull: false };
}

async function runChecks({ checks }: Wish): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  if (checks === "none") return outcomes;
  for (const check of CHECKS) {
    if (checks === "quick" && check.fullOnly === true) continue;
    const outcome = await runCheck(ROOT, check);
    outcomes.push(outcome);
    printSummary(outcome.name, [outcome], outcome.milliseconds);
    printFailure(outcome);
  }
  return outcomes;
}

async function runGroups(groups: readonly TestGroup[]): Promise<readonly Outcome[]> {
  const all: Outcome[] = [];
  for (const group of groups) {
    const begun = performance.now();
    const outcomes = await runGroup(ROOT, group, printFailure);
    outcomes.filter(({ file }) => file === "").forEach(printFailure); // of the group itself, not heard of yet
    printSummary(group.name, outcomes, performance.now() - begun);
    all.push(...outcomes);
  }
  return all;
}

function coverage(outcomes: readonly Outcome[]): Outcome {
  const path = join(ROOT, "docs", "coverage.tsv");
  const faults = existsSync(path)
    ? checkCoverage(readFileSync(path, "utf8"), outcomes)
    : ["docs/coverage.tsv does not exist"];
  const outcome: Outcome = {
    group: "checks",
    file: "",
    name: "check coverage",
    state: faults.length === 0 ? "passed" : "failed",
    milliseconds: 0,
    detail: faults.join("\n"),
  };
  printFailure(outcome);
  printSummary(outcome.name, [outcome], 0);
  return outcome;
}

function conclude(outcomes: readonly Outcome[], isFull: boolean): number {
  if (isFull) {
    mkdirSync(dirname(RESULTS), { recursive: true });
    writeFileSync(RESULTS, JSON.stringify({ tests: outcomes }, null, 1));
  }
  const [passed, failed] = [count(outcomes, "passed"), count(outcomes, "failed")];
  const failures = outcomes.filter(({ state }) => state === "failed");
  if (failures.length > 0) console.log("\nFailed:");
  for (const { group, name } of failures) console.log(`  ${group}: ${name}`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function printSummary(name: string, outcomes: readonly Outcome[], milliseconds: number): void {
  const skipped = count(outcomes, "skipped");
  const parts = [`${count(outcomes, "passed")} passed`, `${count(outcomes, "failed")} failed`];
  if (skipped > 0) parts.push(`${skipped} skipped`);
  console.log(`${name.padEnd(16)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s   ${parts.join(", ")}`);
}

function printFailure({ state, group, name, detail }: Outcome): void {
  if (state !== "failed") return;
  console.log(`\n✖ ${group}: ${name}\n${detail.replace(/^/gmu, "    ")}\n`);
}

function refuse(message: string): number {
  console.error(message);
  return 1;
}
