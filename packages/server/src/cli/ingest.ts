import { join } from "node:path";
import { batchNamed, createBatch } from "@qipan/ledger/batches";
import type { Ledger } from "@qipan/ledger/open";
import { type Id, id } from "@qipan/policy/records/identity";
import { localOperator } from "../http/session.ts";
import type { IngestOrder } from "../jobs/arrival.ts";
import { homeOf } from "../jobs/home-unit.ts";
import { incomingFolder } from "../jobs/incoming.ts";
import { type FileEnd, intake } from "../jobs/ingest-queue.ts";
import { sightFiles } from "../jobs/sight-files.ts";
import { openWorkers } from "../jobs/workers.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { acceptBatch } from "../review/accept-batch.ts";
import { command, type ExitCode, json } from "./command.ts";
import { dryRun } from "./ingest-dry-run.ts";
import { ingestProgress } from "./ingest-progress.ts";
import type { ToldFile } from "./told-file.ts";
import { root } from "./project.ts";
import { printLines, progressLine, say } from "./terminal.ts";
import { dayOption, UsageFault, wordOption } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** Types of readings that can be accepted at once. */
const acceptable = ["event", "measurement"] as const;

/**
 * 收件. `qipan ingest FILE|FOLDER|ZIP…`: files into the ledger, read on the way. Ends with 1 when one could not be taken in.
 * Called again after it was stopped, it goes on where it was.
 */
export const ingest = command({
  args: {
    files: {
      type: "positional",
      required: true,
      description: "Files, ZIP archives, or folders with all below them: txt md html docx doc wps pdf ofd xlsx csv",
    },
    unit: {
      type: "string",
      valueHint: "CODE",
      description: "Unit that owns the documents (without it: the operator's first)",
    },
    visibility: { type: "string", default: "draft", description: "draft: the unit alone sees them; public: everybody" },
    date: { type: "string", valueHint: "YYYY-MM-DD", description: "Day of the documents, where they do not say it" },
    source: { type: "string", valueHint: "KEY|NAME", description: "Where they come from: a listed source" },
    accept: {
      type: "string",
      valueHint: "TYPES",
      description: "Accept readings of these types at once (event, measurement)",
    },
    batch: {
      type: "string",
      valueHint: "NAME",
      description: "Put them into the batch of this name, which the web app shows",
    },
    corrects: {
      type: "string",
      valueHint: "ID",
      description: "The file is the corrected text of this document: its next version; give --reason",
    },
    reason: { type: "string", valueHint: "TEXT", description: "Why it was corrected" },
    again: { type: "boolean", description: "Read files again that are held; what is new is added, decisions stay" },
    "dry-run": { type: "boolean", description: "Change nothing; tell what would be taken in, what refused and why" },
    json,
  },
  run: async (args) => {
    const order = orderOf(args);
    const types = (args.accept?.split(",").filter(Boolean) ?? []).map((type) => wordOption("accept", type, acceptable));
    const tell = async (line: ToldFile): Promise<void> =>
      printLines([args.json ? JSON.stringify(line) : `${line.file}: ${line.message}`]);
    return withLedger(async (ledger, { dataDirectory }) => {
      const folder = join(dataDirectory, incomingFolder);
      if (args["dry-run"]) return dryRun(ledger, { paths: args._, order, folder, tell });
      const batch = args.batch === undefined ? null : await batchOf(ledger, order, args.batch);
      return takeIn(ledger, { paths: args._, order: { ...order, batch }, folder, types, tell });
    });
  },
});

interface OrderWords {
  readonly unit?: string | undefined;
  readonly visibility: string;
  readonly date?: string | undefined;
  readonly source?: string | undefined;
  readonly again?: boolean | undefined;
  readonly corrects?: string | undefined;
  readonly reason?: string | undefined;
  readonly _: readonly string[];
}

function orderOf(words: OrderWords): IngestOrder {
  const { unit, visibility: seenBy, date, source, again } = words;
  const jurisdiction = unit === undefined ? homeOf(localOperator) : localOperator.writes.find((code) => code === unit);
  if (!jurisdiction)
    throw new UsageFault(`Found --unit "${unit}", expected one of ${localOperator.writes.join(", ")}.`);
  const visibility = wordOption("visibility", seenBy, ["draft", "public"]);
  const known = { date: dayOption("date", date) ?? null, source: source?.trim() || null };
  return { jurisdiction, visibility, ...known, batch: null, again: again ?? false, ...correctionOf(words) };
}

/** A correction is one file for one document, with the reason that will stand in the audit record. */
function correctionOf({ corrects, reason, _: paths }: OrderWords): Pick<IngestOrder, "corrects"> {
  if (corrects === undefined) return {};
  const document = id.safeParse(corrects);
  if (!document.success) throw new UsageFault(`Found --corrects "${corrects}", expected the id of a document.`);
  if (paths.length !== 1) throw new UsageFault(`Found ${paths.length} files with --corrects, expected one.`);
  if ((reason?.trim().length ?? 0) < 2) throw new UsageFault("Found --corrects without --reason, expected why.");
  return { corrects: { document: document.data, reason: reason?.trim() ?? "" } };
}

/** The batch that the operator has begun under this name, or a new one. */
async function batchOf(ledger: Ledger, { jurisdiction }: IngestOrder, name: string): Promise<Id> {
  return ledger.as(localOperator, async (tx) => {
    const begun = await batchNamed(tx, { jurisdiction, name });
    return begun ?? (await createBatch(tx, { jurisdiction, name })).id;
  });
}

interface Intake {
  readonly paths: readonly string[];
  readonly order: IngestOrder;
  readonly folder: string;
  readonly types: readonly string[];
  readonly tell: (line: ToldFile) => Promise<void>;
}

/** Queues the files, works on the queue until they have ended, tells of each and sums up. */
async function takeIn(ledger: Ledger, { paths, order, folder, types, tell }: Intake): Promise<ExitCode> {
  let workers: ReturnType<typeof openWorkers> | undefined;
  const onQueued = (): void => void (workers ??= openWorkers(ledger, ownFolders(root), { concurrency: 2 }));
  const progress = progressLine();
  const startedMs = performance.now();
  const all: ToldFile[] = [];
  let sentences = 0;
  try {
    const files = sightFiles(paths, folder);
    for await (const { end, state } of intake(files, { ledger, principal: localOperator, order, onQueued })) {
      const line = { ...told(end), ...(await acceptedOf(ledger, end, types)) };
      all.push(line);
      sentences += end.sentences;
      progress.clear();
      await tell(line);
      const ms = performance.now() - startedMs;
      progress.show(`${ingestProgress({ files: all.length, sentences, ms }, state)}, newest: ${end.name}`);
    }
  } finally {
    progress.clear();
    await (await workers)?.stop();
  }
  sumUp(all);
  return all.some(({ state }) => state === "failed" || state === "refused") ? 1 : 0;
}

function told({ name, origin, outcome, document, message }: FileEnd): ToldFile {
  const state = outcome === "created" ? "done" : outcome === "cancelled" ? "failed" : outcome;
  return { file: origin ?? name, state, document, message };
}

async function acceptedOf(
  ledger: Ledger,
  { document, message }: FileEnd,
  types: readonly string[],
): Promise<Partial<Pick<ToldFile, "accepted" | "message">>> {
  if (!document || types.length === 0) return {};
  const accepted = await ledger.as(localOperator, (tx) => acceptBatch(tx, { document, types, dryRun: false }));
  const counts = `${accepted.merged.length} merged into entries held, ${accepted.created.length} created, ${accepted.left.length} left for review`;
  return { accepted, message: `${message}; ${counts}` };
}

/** 总结. How many files ended how, and each that was not taken in with the reason, for whoever did not watch. */
function sumUp(all: readonly ToldFile[]): void {
  const count = (state: ToldFile["state"]): number => all.filter((line) => line.state === state).length;
  say(
    `${all.length} files: ${count("done")} taken in, ${count("held")} already held, ${count("refused")} refused, ${count("failed")} failed.`,
  );
  for (const { file, state, message } of all)
    if (state === "refused" || state === "failed") say(`  ${state}: ${file}: ${message}`);
}
