import { spawn } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestGroup } from "./groups.ts";
import type { Outcome } from "./outcome.ts";

const CONCURRENCY = 2;
const TEST_MILLISECONDS = 180_000;
const GROUP_MILLISECONDS = 20 * 60_000; // a test that leaves a process behind would wait for it for ever

/**
 * 运行测试组. Runs the files of a group under Node's own test runner; `onEnd` hears of each test as it ends.
 * A group without files or without tests, or a runner that breaks, is itself a failed test.
 */
export async function runGroup(
  root: string,
  group: TestGroup,
  onEnd: (outcome: Outcome) => void,
): Promise<readonly Outcome[]> {
  const files = filesOf(root, group);
  if (files.length === 0) return [failureOf(group, `no file matches ${group.files.join(" or ")}`)];
  const { outcomes, exit } = await runFiles(root, { group, files, onEnd });
  if (outcomes.length === 0)
    return [failureOf(group, `no test in ${files.length} files; the runner ended with ${exit}`)];
  const failed = outcomes.some((outcome) => outcome.state === "failed");
  return exit === "0" || failed ? outcomes : [...outcomes, failureOf(group, `the runner ended with ${exit}`)];
}

/** 组内文件. Test files of a group, sorted. */
export function filesOf(root: string, group: TestGroup): readonly string[] {
  const paths = globSync([...group.files], { cwd: root }).map((path) => path.replaceAll("\\", "/"));
  return paths.filter((path) => !(group.without ?? []).some((prefix) => path.startsWith(prefix))).sort();
}

interface Run {
  readonly group: TestGroup;
  readonly files: readonly string[];
  readonly onEnd: (outcome: Outcome) => void;
}

async function runFiles(root: string, { group, files, onEnd }: Run): Promise<{ outcomes: Outcome[]; exit: string }> {
  const child = spawn(process.execPath, [...runnerArguments(), ...files], {
    cwd: root,
    env: cleanEnvironment(group.env ?? {}),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const tooLong = setTimeout(() => child.kill("SIGKILL"), GROUP_MILLISECONDS);
  const exit = new Promise<string>((resolve) => {
    child.once("close", (code, signal) => resolve(String(code ?? signal)));
  });
  const outcomes: Outcome[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    // Written by our own reporter in this form.
    const outcome: Outcome = { ...(JSON.parse(line) as Omit<Outcome, "group">), group: group.name };
    outcomes.push(outcome);
    onEnd(outcome);
  }
  clearTimeout(tooLong);
  return { outcomes, exit: await exit };
}

function runnerArguments(): readonly string[] {
  return [
    "--test",
    `--test-concurrency=${CONCURRENCY}`,
    `--test-timeout=${TEST_MILLISECONDS}`,
    `--test-reporter=${join(import.meta.dirname, "reporter.ts")}`,
    "--test-reporter-destination=stdout",
  ];
}

/** Settings of the person who runs the tests must not reach them; those meant for tests do. */
function cleanEnvironment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      name !== "DATABASE_URL" &&
      name !== "NODE_TEST_CONTEXT" &&
      (!name.startsWith("QIPAN_") || name === "QIPAN_CHROMIUM"),
  );
  return { ...Object.fromEntries(kept), ...own };
}

function failureOf(group: TestGroup, detail: string): Outcome {
  return { group: group.name, file: "", name: `group ${group.name}`, state: "failed", milliseconds: 0, detail };
}
