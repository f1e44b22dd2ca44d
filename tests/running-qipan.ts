import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** 项目根目录. Root of the project under test. */
export const ROOT: string = dirname(import.meta.dirname);

/** 运行中的棋盘. A `qipan` that a test has started, by the launcher and on a folder of its own. */
export interface RunningQipan {
  readonly process: ChildProcess;
  readonly url: string;
  /** What it has said so far, on both streams. */
  said(): string;
  /** Ends it with a signal and answers with its exit code. SIGINT reaches the whole group, as a Ctrl-C does. */
  end(signal: NodeJS.Signals): Promise<number>;
}

/** 启动参数. `root` is the copy of the project to start, `command` the words to start it with. */
export interface StartOptions {
  readonly dataDirectory: string;
  readonly root?: string;
  readonly port?: number;
  readonly command?: readonly string[];
}

/** 启动棋盘. Starts it without waiting for anything; the test asks for what it needs. */
export async function startQipan(options: StartOptions): Promise<RunningQipan> {
  const port = options.port ?? (await freePort());
  const [file = "", ...args] = options.command ?? ["node", "tools/run.mjs", "start"];
  const child = spawn(file, args, {
    detached: true, // a group of its own, so that all of it can be cleared away
    cwd: options.root ?? ROOT,
    env: { ...process.env, QIPAN_DATA: options.dataDirectory, QIPAN_PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, "exit");
  const end = async (signal: NodeJS.Signals): Promise<number> => {
    if (signal === "SIGINT" && child.pid !== undefined) process.kill(-child.pid, signal);
    else child.kill(signal);
    await ended;
    return child.exitCode ?? -1;
  };
  return { process: child, url: `http://127.0.0.1:${port}`, said: () => said, end };
}

/** 等待应答. Milliseconds until the path answers 200; fails with what was said when the process ends or time is up. */
export async function untilAnswers(qipan: RunningQipan, path: string, limitMilliseconds: number): Promise<number> {
  const begun = performance.now();
  while (performance.now() - begun < limitMilliseconds) {
    const status = await fetch(`${qipan.url}${path}`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return performance.now() - begun;
    if (qipan.process.exitCode !== null) throw new Error(`It ended with ${qipan.process.exitCode}:\n${qipan.said()}`);
    await sleep(50);
  }
  throw new Error(`${path} did not answer 200 within ${limitMilliseconds} ms:\n${qipan.said()}`);
}

/** 清场. Kills whatever a failed test has left: the group of the process, and the database of its folder. */
export function clearAway(qipan: RunningQipan, dataDirectory: string): void {
  const database = qipan.process.exitCode === 0 ? undefined : databaseProcess(dataDirectory);
  for (const pid of [-(qipan.process.pid ?? 0), database ?? 0]) {
    if (pid === 0) continue;
    try {
      process.kill(pid, pid < 0 ? "SIGKILL" : "SIGINT");
    } catch {
      // gone already, as it should be
    }
  }
}

/** 数据库进程. Process number of the embedded server of a data folder, when one lives. */
export function databaseProcess(dataDirectory: string): number | undefined {
  const file = join(dataDirectory, "postgres", "cluster", "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, "utf8").split("\n")[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

/** 空闲端口. A port of this machine that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
