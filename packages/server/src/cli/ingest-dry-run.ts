import { type HeldFile, heldFiles } from "@qipan/ledger/held-files";
import type { Ledger } from "@qipan/ledger/open";
import { readFile } from "node:fs/promises";
import { localOperator } from "../http/session.ts";
import { FileRefused } from "../ingest/file-refusal.ts";
import { readIncoming } from "../ingest/ingest-document.ts";
import { openReader, type Reader } from "../ingest/reader.ts";
import type { Arrival, IngestOrder } from "../jobs/arrival.ts";
import { discardFiles } from "../jobs/incoming.ts";
import { sightFiles } from "../jobs/sight-files.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import type { ExitCode } from "./command.ts";
import { root } from "./project.ts";
import { say } from "./terminal.ts";
import type { ToldFile } from "./told-file.ts";

interface DryRun {
  readonly paths: readonly string[];
  readonly order: IngestOrder;
  readonly folder: string;
  readonly tell: (line: ToldFile) => Promise<void>;
}

/** 试收. Reads the files as taking them in would and tells what would come of each; the ledger is only asked what it holds. */
export async function dryRun(ledger: Ledger, { paths, order, folder, tell }: DryRun): Promise<ExitCode> {
  const reader = await openReader(ownFolders(root));
  const count = { done: 0, held: 0, refused: 0, failed: 0 };
  try {
    for await (const member of sightFiles(paths, folder)) {
      const file = member.origin ?? member.name;
      const line: ToldFile =
        "refused" in member
          ? { file, state: "refused", document: null, message: member.refused.message }
          : { file, ...(await foreseen(ledger, reader, member, order)) };
      count[line.state] += 1;
      await tell(line);
    }
  } finally {
    await reader.close();
  }
  say(
    `Nothing was changed: ${count.done} would be taken in, ${count.held} are held, ${count.refused} would be refused.`,
  );
  return count.refused > 0 ? 1 : 0;
}

async function foreseen(
  ledger: Ledger,
  reader: Reader,
  arrival: Arrival,
  { jurisdiction, visibility, date, source }: IngestOrder,
): Promise<Omit<ToldFile, "file">> {
  try {
    const held = await ledger.as(localOperator, (tx) => heldFiles(tx, jurisdiction, [arrival.sha256]));
    const known = held.get(arrival.sha256);
    if (known) return heldLine(known);
    const { sentences, readings } = await readIncoming(reader, {
      name: arrival.name,
      bytes: await readFile(arrival.path),
      ownership: { jurisdiction, visibility, sharedWith: [] },
      date: date ?? undefined,
      source: source ?? undefined,
    });
    const message = `would be taken in: ${sentences.length} sentences, ${readings.length} readings`;
    return { state: "done", document: null, message };
  } catch (failure) {
    if (failure instanceof FileRefused) return { state: "refused", document: null, message: failure.message };
    throw failure;
  } finally {
    if (arrival.ours) await discardFiles([arrival.path]);
  }
}

function heldLine({ document, name, purged }: HeldFile): Omit<ToldFile, "file"> {
  if (purged === null) return { state: "held", document, message: `already held as ${name}` };
  return { state: "refused", document: null, message: `would be refused: ${name} was purged on ${purged}` };
}
