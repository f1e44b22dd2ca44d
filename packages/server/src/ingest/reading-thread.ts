import "./silent-thread.ts";
import { parentPort, workerData } from "node:worker_threads";
import { namedLexicon, noNames } from "../names/ledger-names.ts";
import { type LexiconFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { FileRefused } from "./file-refusal.ts";
import { type ReadingTask, type Taken, takeOut } from "./take-out.ts";
import type { Reply } from "./thread-pool.ts";

// Thread that takes files apart and reads them, so that the process goes on answering and outlives what a hostile file
// does to its reader. It is given the lexicon's folders.
const lexicon = readLexicon(workerData as LexiconFolders).then(namedLexicon); // what `reader.ts` hands over
lexicon.catch(() => undefined); // told with the first task

parentPort?.on("message", (task: ReadingTask) => void answer(task));

async function answer(task: ReadingTask): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(await reply(task));
}

/** Mentions are read again when somebody looks: they need not cross. */
async function reply(task: ReadingTask): Promise<Reply<Taken>> {
  try {
    const { result, ...taken } = await takeOut(task, (await lexicon)(task.names ?? noNames));
    return { answer: { ...taken, result: { ...result, mentions: [] } } };
  } catch (failure) {
    const code = failure instanceof FileRefused ? { code: failure.code } : {};
    return { failure: failure instanceof Error ? failure.message : String(failure), ...code };
  }
}
