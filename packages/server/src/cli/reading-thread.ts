import "../ingest/silent-thread.ts";
import { parentPort, workerData } from "node:worker_threads";
import type { Reply } from "../ingest/thread-pool.ts";
import { type LexiconFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { answerTask, type ReadingAnswer, type ReadingTask } from "./reading-task.ts";

// Thread of `qipan read` for many files: answers one task after the other. It is given the lexicon's folders.
const lexicon = readLexicon(workerData as LexiconFolders); // what `read.ts` hands over
lexicon.catch(() => undefined); // told with the first task

parentPort?.on("message", (task: ReadingTask) => void answer(task));

async function answer(task: ReadingTask): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(await reply(task));
}

async function reply(task: ReadingTask): Promise<Reply<ReadingAnswer>> {
  try {
    return { answer: await answerTask(task, await lexicon) };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure.message : String(failure) };
  }
}
