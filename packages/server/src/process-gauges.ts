import { newestJobs } from "@qipan/ledger/jobs/job";
import { systemPrincipal } from "@qipan/ledger/transaction";
import type { Opened } from "./compose.ts";
import type { Metrics } from "./metrics.ts";

/** Jobs that are looked at: what waits or runs is among them. */
const newest = 1000;

/** 进程计量. Memory, uptime, connections of the ledger and jobs by state, read when asked for. */
export function addProcessGauges(metrics: Metrics, opened: () => Opened | undefined): void {
  metrics.gauge("qipan_uptime_seconds", "Time since the process started", () => [{ value: process.uptime() }]);
  metrics.gauge("qipan_resident_memory_bytes", "Memory of the process", () => [{ value: process.memoryUsage.rss() }]);
  metrics.gauge("qipan_ledger_connections", "Connections to the database by state", () => {
    const pool = opened()?.ledger.pool;
    if (!pool) return [];
    return [
      { labels: { state: "open" }, value: pool.totalCount },
      { labels: { state: "idle" }, value: pool.idleCount },
      { labels: { state: "waited-for" }, value: pool.waitingCount },
    ];
  });
  metrics.gauge("qipan_jobs", `The newest ${newest} background jobs by state`, async () => {
    const held = opened();
    const jobs = held ? await held.ledger.as(systemPrincipal("metrics"), (tx) => newestJobs(tx, newest)) : [];
    return [...Map.groupBy(jobs, ({ state }) => state)].map(([state, { length }]) => ({
      labels: { state },
      value: length,
    }));
  });
}
