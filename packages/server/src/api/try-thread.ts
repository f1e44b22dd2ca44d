import "../ingest/silent-thread.ts";
import { parentPort, workerData } from "node:worker_threads";
import type { Reply } from "../ingest/thread-pool.ts";
import { type LexiconFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { type Tried, triedReader, type TryTask } from "./try-reader.ts";

// Thread that reads texts which somebody tries and keeps nothing of them.
const lexicon = readLexicon(workerData as LexiconFolders); // what `try-reader.ts` hands over
lexicon.catch(() => undefined); // told with the first task
const readTask = triedReader(() => lexicon);

parentPort?.on("message", (task: TryTask) => void answer(task));

async function answer(task: TryTask): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(await reply(task));
}

async function reply(task: TryTask): Promise<Reply<Tried>> {
  try {
    return { answer: await readTask(task) };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure.message : String(failure) };
  }
}
