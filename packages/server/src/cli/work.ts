import { openLog } from "../log.ts";
import { startSealing } from "../jobs/sealing.ts";
import { openWorkers } from "../jobs/workers.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { command } from "./command.ts";
import { root } from "./project.ts";
import { say } from "./terminal.ts";
import { wholeOption } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** 作业. `qipan work`: background jobs of the ledger until Ctrl-C, beside servers or without one. */
export const work = command({
  args: {
    jobs: { type: "string", default: "1", valueHint: "NUMBER", description: "How many jobs run at a time, 1 to 16" },
    once: { type: "boolean", description: "End when nothing is left to do" },
  },
  run: async ({ jobs, once }) => {
    const concurrency = wholeOption("jobs", jobs, { min: 1, max: 16 });
    const log = openLog(process.env["QIPAN_LOG"] ?? "warn");
    await withLedger(
      async (ledger) => {
        const onFailure = (job: { subject: string; message: string | null }, failure: unknown): void =>
          say(`${job.subject}: ${failure instanceof Error ? failure.message : String(failure)}`);
        const workers = await openWorkers(ledger, ownFolders(root), { concurrency, onFailure });
        const sealing = startSealing(ledger, log);
        try {
          if (once) await workers.idle();
          else await stopSignal();
        } finally {
          await workers.stop();
          await sealing.stop();
        }
      },
      { onSignal: "leave" },
    );
    return 0;
  },
});

/** Resolves at the first Ctrl-C or stop of the system. */
async function stopSignal(): Promise<void> {
  say("Working on background jobs; Ctrl-C stops.");
  await new Promise<void>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => resolve());
  });
}
