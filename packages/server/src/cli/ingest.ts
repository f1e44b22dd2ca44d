import { basename } from "node:path";
import type { Job } from "@qipan/ledger/jobs/job";
import type { Ledger } from "@qipan/ledger/open";
import type { Id } from "@qipan/policy/records/identity";
import { localOperator } from "../http/session.ts";
import { mediaTypeOf } from "../ingest/file-name.ts";
import { FileRefused } from "../ingest/file-refusal.ts";
import { findFiles } from "../ingest/find-files.ts";
import { homeOf } from "../jobs/home-unit.ts";
import { endedJobs, type IngestOrder, queueFiles } from "../jobs/ingest-queue.ts";
import { openWorkers } from "../jobs/workers.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { acceptBatch } from "../review/accept-batch.ts";
import type { BatchOutcome } from "../review/batch.ts";
import { command, json } from "./command.ts";
import { root } from "./project.ts";
import { printLines, progressLine, say } from "./terminal.ts";
import { dayOption, UsageFault, wordOption } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** Types of readings that can be accepted at once. */
const acceptable = ["event", "measurement"] as const;

/** 收件. `qipan ingest FILE|FOLDER…`: files into the ledger, read on the way. Ends with 1 when one could not be taken in. */
export const ingest = command({
  args: {
    files: {
      type: "positional",
      required: true,
      description: "Files, or folders with all below them: plain text (.txt, .md)",
    },
    unit: {
      type: "string",
      valueHint: "CODE",
      description: "Unit that owns the documents (without it: the operator's first)",
    },
    visibility: { type: "string", default: "draft", description: "draft: the unit alone sees them; public: everybody" },
    date: { type: "string", valueHint: "YYYY-MM-DD", description: "Day of the documents, where they do not say it" },
    accept: {
      type: "string",
      valueHint: "TYPES",
      description: "Accept readings of these types at once (event, measurement)",
    },
    json,
  },
  run: async (args) => {
    const order = orderOf(args.unit, args.visibility, args.date);
    const types = (args.accept?.split(",").filter(Boolean) ?? []).map((type) => wordOption("accept", type, acceptable));
    const { paths, refusals } = await sorted(args._);
    const tell = async (line: Told): Promise<void> =>
      printLines([args.json ? JSON.stringify(line) : `${line.file}: ${line.message}`]);
    for (const refusal of refusals) await tell(refusal);
    const failures =
      paths.length === 0 ? 0 : await withLedger((ledger) => takeIn(ledger, { paths, order, types, tell }));
    return failures + refusals.length === 0 ? 0 : 1;
  },
});

/** What is told about one file. */
interface Told {
  readonly file: string;
  readonly state: "done" | "failed" | "refused";
  readonly document: Id | null;
  readonly message: string;
  readonly accepted?: BatchOutcome;
}

function orderOf(unit: string | undefined, seenBy: string, date: string | undefined): IngestOrder {
  const jurisdiction = unit === undefined ? homeOf(localOperator) : localOperator.writes.find((code) => code === unit);
  if (!jurisdiction)
    throw new UsageFault(`Found --unit "${unit}", expected one of ${localOperator.writes.join(", ")}.`);
  const visibility = wordOption("visibility", seenBy, ["draft", "public"]);
  return { principal: localOperator, jurisdiction, visibility, date: dayOption("date", date) ?? null };
}

/** Files that can be queued, and those that cannot with the reason; a bad one does not hold up the rest. */
async function sorted(given: readonly string[]): Promise<{ paths: readonly string[]; refusals: readonly Told[] }> {
  const paths: string[] = [];
  const refusals: Told[] = [];
  for await (const found of findFiles(given)) {
    const refused = "refused" in found ? found.refused : refusalOf(found.path);
    if (!refused) paths.push(found.path);
    else refusals.push({ file: basename(found.path), state: "refused", document: null, message: refused.message });
  }
  return { paths, refusals };
}

function refusalOf(path: string): FileRefused | undefined {
  try {
    mediaTypeOf(basename(path));
    return undefined;
  } catch (failure) {
    if (failure instanceof FileRefused) return failure;
    throw failure;
  }
}

interface Intake {
  readonly paths: readonly string[];
  readonly order: IngestOrder;
  readonly types: readonly string[];
  readonly tell: (line: Told) => Promise<void>;
}

/** Queues the files, works on the queue until they are done, and tells of each. Answers how many failed. */
async function takeIn(ledger: Ledger, { paths, order, types, tell }: Intake): Promise<number> {
  const ids = await queueFiles(ledger, paths, order);
  const workers = await openWorkers(ledger, ownFolders(root), { concurrency: 2 });
  const progress = progressLine();
  const count = { done: 0, failed: 0 };
  try {
    progress.show(`0 of ${ids.length} files`);
    for await (const job of endedJobs(ledger, ids, { principal: order.principal, workers })) {
      count[job.state === "done" ? "done" : "failed"] += 1;
      progress.clear();
      await tell({ ...told(job), ...(await acceptedOf(ledger, job, { order, types })) });
      progress.show(`${count.done + count.failed} of ${ids.length} files, newest: ${job.subject}`);
    }
  } finally {
    progress.clear();
    await workers.stop();
  }
  say(`${count.done} of ${ids.length} files taken in, ${count.failed} failed.`);
  return count.failed;
}

function told({ subject, state, document, message }: Job): Told {
  return { file: subject, state: state === "done" ? "done" : "failed", document, message: message ?? state };
}

async function acceptedOf(
  ledger: Ledger,
  { document, message }: Job,
  { order, types }: { order: IngestOrder; types: readonly string[] },
): Promise<{ accepted?: BatchOutcome; message?: string }> {
  if (!document || types.length === 0) return {};
  const accepted = await ledger.as(order.principal, (tx) => acceptBatch(tx, { document, types, dryRun: false }));
  const counts = `${accepted.merged.length} merged into entries held, ${accepted.created.length} created, ${accepted.left.length} left for review`;
  return { accepted, message: `${message ?? ""}; ${counts}` };
}
