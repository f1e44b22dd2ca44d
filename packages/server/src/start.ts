import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ledger } from "@qipan/ledger/open";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import type { Config } from "./config.ts";
import type { JobDesk } from "./http/job-desk.ts";
import { openLog } from "./log.ts";
import { type Running, serve } from "./serve.ts";
import type { SetUpStep } from "./set-up.ts";

/** What the program that serves is put together from; the command line hands it in. */
export interface StartParts {
  readonly config: Config;
  readonly root: string;
  readonly now: () => Date;
  readonly lexicon: () => Promise<Lexicon>;
  readonly setUp: readonly SetUpStep[];
  readonly openDesk: (ledger: Ledger) => Promise<JobDesk>;
  readonly say: (line: string) => void;
}

/** A stop that takes longer is cut off: whoever stopped us has waited long enough. */
const stopWithinMs = 5_000;

/**
 * 启动. Serves until SIGINT or SIGTERM and then stops cleanly; gives the exit code. Says on the way what it is doing and,
 * when it is ready, where. A set-up that fails stops everything and is thrown on.
 */
export async function start(parts: StartParts): Promise<0> {
  const signal = nextSignal();
  const log = openLog(parts.config.logLevel);
  const running = await serve({ ...parts, log, version: await versionIn(parts.root) });
  parts.say(`Getting ready; ${running.url}/readyz says how far`);
  const outcome = await Promise.race([
    running.ready.then(
      () => "ready" as const,
      (failure: unknown) => ({ failure }),
    ),
    signal,
  ]);
  if (typeof outcome === "object") {
    await stopInTime(running);
    throw outcome.failure;
  }
  if (outcome === "ready") {
    parts.say(`Qipan 棋盘 is ready on ${running.url}`);
    await signal;
  }
  await stopInTime(running);
  return 0;
}

/** One Ctrl-C arrives several times, from the terminal and from each program above us: signals within this are one. */
const oneSignalMs = 1_000;

/** The first signal asks to stop, a later one ends the process at once. */
function nextSignal(): Promise<"stop"> {
  return new Promise((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) {
      let first = 0;
      process.on(name, () => {
        first ||= performance.now();
        if (performance.now() - first > oneSignalMs) process.exit(1);
        resolve("stop");
      });
    }
  });
}

async function stopInTime(running: Running): Promise<void> {
  const timer = setTimeout(() => process.exit(1), stopWithinMs);
  await running.stop();
  clearTimeout(timer);
}

async function versionIn(root: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return typeof manifest === "object" && manifest !== null && "version" in manifest
    ? String(manifest.version)
    : "unknown";
}
