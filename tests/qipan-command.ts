import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./running-qipan.ts";

/** 命令结果. What a command said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const program = join(ROOT, "qipan");

/** Settings of a command on a data folder of the test's own; a fixed day, so that nothing depends on the clock's. */
function environment(dataDirectory: string): NodeJS.ProcessEnv {
  return { ...process.env, QIPAN_DATA: dataDirectory, QIPAN_TODAY: "2026-03-02", QIPAN_PORT: "0" };
}

/** 跑命令. Runs `qipan …` on a data folder to its end; `input` is its standard input. */
export function qipan(dataDirectory: string, words: readonly string[], input?: string | Uint8Array): Ended {
  const { status, stdout, stderr } = spawnSync(program, [...words], {
    cwd: ROOT,
    env: environment(dataDirectory),
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  return { code: status, stdout, stderr };
}

/** 起命令. Starts `qipan …` and goes on; the test ends it or waits for it. */
export function startCommand(dataDirectory: string, words: readonly string[]): ChildProcess {
  return spawn(program, [...words], { cwd: ROOT, env: environment(dataDirectory), stdio: ["ignore", "pipe", "pipe"] });
}

/** Parsed lines of a command that prints one JSON value a line. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the test says what it expects
export function jsonLines<T>({ stdout }: Ended): readonly T[] {
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
