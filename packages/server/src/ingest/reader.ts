import { availableParallelism } from "node:os";
import { readDocument, type ReadResult } from "@qipan/policy/extraction/read";
import { type LexiconFolders, readLexicon } from "../packs/lexicon-folder.ts";
import type { ReadingTask } from "./reading-thread.ts";
import { openThreads } from "./thread-pool.ts";

/** 阅读者. Reads documents with one lexicon; close it when no more come. */
export interface Reader {
  read(task: ReadingTask): Promise<ReadResult>;
  close(): Promise<void>;
}

/** Files up to this size are read at once: it takes less time than handing them to a thread. */
const smallBytes = 64 * 1024;

/** 开阅读者. Small files are read here, others on threads, so that the process goes on answering meanwhile. */
export async function openReader(folders: LexiconFolders): Promise<Reader> {
  const lexicon = await readLexicon(folders);
  const threads = openThreads<ReadingTask, ReadResult>(new URL("./reading-thread.ts", import.meta.url), {
    size: Math.max(1, availableParallelism() - 1),
    data: folders,
  });
  return {
    read: async (task) => {
      const isSmall = task.bytes.byteLength <= smallBytes;
      return isSmall ? readDocument(task.bytes, { doc: task.doc, date: task.date, lexicon }) : threads.run(task);
    },
    close: () => threads.close(),
  };
}
