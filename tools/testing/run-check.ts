import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./outcome.ts";

/** 检查. One program that must end well and must say that it saw files. */
export interface Check {
  readonly name: string;
  /** Arguments for Node: a script of ours or of a package, then its own. */
  readonly command: readonly string[];
  /** The line that tells how many files (or rows) were seen; a check of nothing proves nothing. */
  readonly saw?: RegExp;
  readonly cure: string;
  /** Left out of `npm run check`, which is for between two keystrokes. */
  readonly fullOnly?: true;
}

const SHOWN_LINES = 60;

/** 全部检查. In the order of speed of what they tell. */
export const CHECKS: readonly Check[] = [
  {
    name: "types",
    command: ["node_modules/typescript/bin/tsc", "--noEmit", "--extendedDiagnostics", "-p", "."],
    saw: /^Files: +(?<files>\d+)/m,
    cure: "correct the types",
  },
  {
    name: "format",
    command: ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "."],
    saw: /Checked (?<files>\d+) files/,
    cure: "npm run format",
  },
  {
    name: "lint",
    command: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings", "."],
    saw: /on (?<files>\d+) files/,
    cure: "correct what the linter names",
  },
  {
    name: "layers",
    command: ["tools/check-layers.ts"],
    saw: /^(?<files>\d+) files/m,
    cure: "move the import or the file; the table is tools/layers/layer-table.ts",
  },
  {
    name: "data",
    command: ["packages/server/src/cli/main.ts", "check", "data"],
    saw: /in (?<files>\d+) rows/,
    cure: "correct the rows of the pack that are named",
  },
  { name: "docs", command: ["tools/docs.ts", "--check"], cure: "npm run docs" },
  { name: "build", command: ["tools/run.mjs", "build"], cure: "correct what vite names", fullOnly: true },
];

/** 运行检查. Runs one check; failed when the program fails, is missing, or saw nothing. */
export async function runCheck(root: string, check: Check): Promise<Outcome> {
  const begun = performance.now();
  const problem = await problemOf(root, check);
  return {
    group: "checks",
    file: "",
    name: `check ${check.name}`,
    state: problem === undefined ? "passed" : "failed",
    milliseconds: Math.round(performance.now() - begun),
    detail: problem === undefined ? "" : `${problem}\nWhat helps: ${check.cure}`,
  };
}

async function problemOf(root: string, { command, saw }: Check): Promise<string | undefined> {
  const [script = "", ...args] = command;
  if (!existsSync(join(root, script))) return `${script} does not exist`;
  const { ok, output } = await run(root, [join(root, script), ...args]);
  if (!ok) return lastLines(output);
  const files = saw === undefined ? 1 : Number(saw.exec(output)?.groups?.files ?? 0);
  return files > 0
    ? undefined
    : `It says nothing about files it saw, so it may have checked none:\n${lastLines(output)}`;
}

function run(root: string, args: readonly string[]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...args], { cwd: root, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` });
    });
  });
}

function lastLines(output: string): string {
  const lines = output.trimEnd().split("\n");
  const left = lines.length - SHOWN_LINES;
  return [...(left > 0 ? [`(${left} lines before these)`] : []), ...lines.slice(-SHOWN_LINES)].join("\n");
}
