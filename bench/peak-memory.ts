// 所占. Loaded before a program (`node --import`): when that ends, writes the largest resident set of its process, in MB,
// into the file that QIPAN_BENCH_PEAK names.
import { writeFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env["QIPAN_BENCH_PEAK"];
if (isMainThread && file) process.on("exit", () => writeFileSync(file, String(process.resourceUsage().maxRSS / 1024)));
