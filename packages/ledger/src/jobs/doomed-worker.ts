import { startJobs } from "../jobs.ts";
import { openLedger } from "../open.ts";

/** Process of the tests that takes a job, says so, and never finishes it; the test kills it. */
const [databaseUrl = "", appPassword = ""] = process.argv.slice(2);
const ledger = await openLedger({
  databaseUrl,
  appPassword,
  now: () => new Date("2026-01-05T02:00:00.000Z"),
  poolSize: 2,
});
await startJobs(ledger, {
  count: async ({ progress }) => {
    progress({ done: 1, total: 3 });
    console.log("working");
    return new Promise(() => undefined);
  },
});
