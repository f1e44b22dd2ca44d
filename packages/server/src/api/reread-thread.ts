import "../ingest/silent-thread.ts";
import { parentPort, workerData } from "node:worker_threads";
import type { Reply } from "../ingest/thread-pool.ts";
import { type LexiconFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { type RereadAnswer, type RereadTask, rememberingReader } from "./reread.ts";

// Thread that reads long documents again for the pages of the reader and remembers the last of them.
const lexicon = readLexicon(workerData as LexiconFolders); // what `reread.ts` hands over
lexicon.catch(() => undefined); // told with the first task
const answerTask = rememberingReader(() => lexicon);

parentPort?.on("message", (task: RereadTask) => void answer(task));

async function answer(task: RereadTask): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(await reply(task));
}

async function reply(task: RereadTask): Promise<Reply<RereadAnswer>> {
  try {
    return { answer: await answerTask(task) };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure.message : String(failure) };
  }
}
