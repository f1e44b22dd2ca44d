import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { timed } from "./figure.ts";

const root = join(import.meta.dirname, "..");

/** 一次运行. Milliseconds from start to end of the whole process, its output written to a file, and its largest resident set. */
export interface Run {
  readonly ms: number;
  readonly peakMb: number;
}

/**
 * 运行命令. Runs `qipan` as a process of its own that writes into a file of `folder`; on one core where asked and where the
 * system has `taskset`. Throws when it ends otherwise than by reading (0) or by saying what is wrong with a file (1).
 */
export async function runQipan(
  args: readonly string[],
  { folder, pinned }: { folder: string; pinned: boolean },
): Promise<Run> {
  const peak = join(folder, "peak");
  const out = openSync(join(folder, "output"), "w");
  const program = [
    process.execPath,
    "--import",
    join(import.meta.dirname, "peak-memory.ts"),
    join(root, "packages/server/src/cli/main.ts"),
  ];
  const [file = "", ...words] = [...(pinned && canPin() ? ["taskset", "-c", "0"] : []), ...program, ...args];
  const { result: code, ms } = await timed(async () => {
    const child = spawn(file, words, {
      stdio: ["ignore", out, "ignore"],
      env: {
        ...process.env,
        QIPAN_BENCH_PEAK: peak,
        NODE_COMPILE_CACHE: join(root, "node_modules/.cache/qipan/compiled"), // as the `qipan` command sets it
      },
    });
    return (await once(child, "exit"))[0] as number | null;
  });
  closeSync(out);
  if (code !== 0 && code !== 1)
    throw new Error(`qipan ${args.join(" ").slice(0, 80)} ended with ${code}, expected 0 or 1.`);
  return { ms, peakMb: Number(readFileSync(peak, "utf8")) };
}

/** 单核. Whether a process can be held to one core here. */
export function canPin(): boolean {
  try {
    execFileSync("taskset", ["-c", "0", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false; // no taskset on this system
  }
}
