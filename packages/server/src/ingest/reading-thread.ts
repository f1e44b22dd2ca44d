import { parentPort, workerData } from "node:worker_threads";
import { readDocument, type ReadResult } from "@qipan/policy/extraction/read";
import { type LexiconFolders, readLexicon } from "../packs/lexicon-folder.ts";
import type { Reply } from "./thread-pool.ts";

/** 线程任务. A file to read; the bytes are copied to the thread. */
export interface ReadingTask {
  readonly doc: string;
  readonly date: string | undefined;
  readonly bytes: Uint8Array;
}

// Thread that reads large documents, so that the process goes on answering. It is given the lexicon's folders.
const lexicon = readLexicon(workerData as LexiconFolders); // what `reader.ts` hands over
lexicon.catch(() => undefined); // told with the first task

parentPort?.on("message", (task: ReadingTask) => void answer(task));

async function answer(task: ReadingTask): Promise<void> {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
  parentPort?.postMessage(await reply(task));
}

async function reply({ doc, date, bytes }: ReadingTask): Promise<Reply<ReadResult>> {
  try {
    return { answer: readDocument(bytes, { doc, date, lexicon: await lexicon }) };
  } catch (failure) {
    return { failure: failure instanceof Error ? failure.message : String(failure) };
  }
}
