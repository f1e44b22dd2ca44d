import { aDocument, anEventReading, owned } from "../harness/samples.ts";
import { startJobs } from "../jobs.ts";
import { openLedger } from "../open.ts";
import { receiveDocument } from "../receive-document.ts";

/** Process of the tests that takes documents in as jobs, until it is killed or nothing is left. */
const [databaseUrl = "", appPassword = ""] = process.argv.slice(2);
const ledger = await openLedger({
  databaseUrl,
  appPassword,
  now: () => new Date("2026-01-05T02:00:00.000Z"),
  poolSize: 2,
});
const workers = await startJobs(ledger, {
  receive: async ({ job, as, progress }) => {
    const sample = aDocument(
      job.subject,
      Array.from({ length: 200 }, (_, line) => `${job.subject}第${line}句。`),
      { ownership: owned("110000") },
    );
    const { document } = await as((tx) =>
      receiveDocument(tx, { ...sample, readings: sample.sentences.map((sentence) => anEventReading(sentence)) }),
    );
    progress({ done: 200, total: 200 });
    return { document: document.id };
  },
});
console.log("ready");
await workers.idle();
await workers.stop();
await ledger.close();
