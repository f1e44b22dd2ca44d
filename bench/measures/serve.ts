import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import type { Figure, Measure } from "../figure.ts";

const seconds = 6;
const connections = 50;

/** 服务. Memory at rest of the server with its database, and requests a second of a simple and of a query route. */
export const serveMeasure: Measure = {
  name: "serve",
  seconds: 40,
  take: async () => {
    const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
    const server = spawn(process.execPath, [join(import.meta.dirname, "../serve-unlimited.ts"), folder], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const url = await addressOf(server);
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const memory = await memoryOf(server.pid ?? 0, folder);
      return [
        ...memory,
        await load("simple route", `${url}/healthz`),
        await load("query route", `${url}/api/entries?kind=event&limit=10`),
      ];
    } finally {
      server.kill("SIGTERM");
      await new Promise((resolve) => server.once("exit", resolve));
      await rm(folder, { recursive: true, force: true });
    }
  },
};

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const ready = /ready on (?<url>\S+)/u.exec(printed)?.groups?.["url"];
      if (ready) resolve(ready);
    });
    server.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${printed}`)));
  });
}

async function load(name: string, url: string): Promise<Figure> {
  const { requests, latency, non2xx, errors } = await autocannon({ url, connections, duration: seconds });
  const note = `${connections} connections for ${seconds} s from the same two cores, p99 ${latency.p99} ms, ${non2xx + errors} failed`;
  return { name: `serve: ${name}`, value: requests.average, unit: "requests/s", note };
}

/** Proportional share of memory (Linux): what the process and every PostgreSQL process of this folder add to the machine. */
async function memoryOf(pid: number, folder: string): Promise<readonly Figure[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/u.test(name)).map(Number);
  const database = (
    await Promise.all(pids.map(async (other) => ((await belongsTo(other, folder)) ? other : 0)))
  ).filter((other) => other > 0 && other !== pid);
  const note = "proportional set size three seconds after ready, sample data loaded";
  const sum = (await Promise.all(database.map(proportional))).reduce((total, share) => total + share, 0);
  return [
    { name: "memory: server", value: await proportional(pid), unit: "MB", note },
    { name: "memory: database", value: sum, unit: "MB", note },
  ];
}

async function belongsTo(pid: number, folder: string): Promise<boolean> {
  const file = async (name: string): Promise<string> => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
  const own = await file("cmdline");
  if (own.includes(folder) && own.includes("postgres")) return true;
  const parent = /^PPid:\s+(?<pid>\d+)/mu.exec(await file("status"))?.groups?.["pid"] ?? "";
  const above = await readFile(`/proc/${parent}/cmdline`, "utf8").catch(() => "");
  return above.includes(folder) && above.includes("postgres");
}

async function proportional(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(?<kb>\d+)/mu.exec(rollup)?.groups?.["kb"] ?? 0) / 1024;
}
