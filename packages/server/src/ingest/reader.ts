import { availableParallelism } from "node:os";
import { type LexiconFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { namedLexicon, type NamesNow, noNames } from "../names/ledger-names.ts";
import { FileRefused, refusalCodes } from "./file-refusal.ts";
import { isPlainText } from "./plain-text.ts";
import { readingLimits } from "./reading-limits.ts";
import { type ReadingTask, type Taken, takeOut } from "./take-out.ts";
import { openThreads, ThreadFailure, type ThreadLimits, type ThreadPool } from "./thread-pool.ts";

/** 阅读者. Reads documents with one lexicon; close it when no more come. */
export interface Reader {
  /** Throws `FileRefused` for what cannot be read, and for a file that costs more than one may. */
  read(task: ReadingTask): Promise<Taken>;
  close(): Promise<void>;
}

/** Plain text up to this size is read at once: it takes less time than handing it to a thread. */
const smallBytes = 64 * 1024;

/**
 * 开阅读者. `names` are those of a ledger, asked for with every file; without them the lexicon alone is known. Small plain texts are read here, everything else on threads with limits of time and memory.
 */
export async function openReader(
  folders: LexiconFolders,
  { limits = readingLimits, names }: { readonly limits?: ThreadLimits; readonly names?: NamesNow } = {},
): Promise<Reader> {
  const lexiconWith = namedLexicon(await readLexicon(folders));
  const threads = openThreads<ReadingTask, Taken>(new URL("./reading-thread.ts", import.meta.url), {
    size: Math.max(1, availableParallelism() - 1),
    data: folders,
    limits,
  });
  return {
    read: async (asked) => {
      const list = (await names?.()) ?? noNames;
      const task = { ...asked, names: list };
      const isSmall = task.bytes.byteLength <= smallBytes && isPlainText(task);
      return isSmall ? takeOut(task, lexiconWith(list)) : onThread(threads, task);
    },
    close: () => threads.close(),
  };
}

/**
 * 线程上读. Reads a file on a thread. One that ends its thread is tried once more, on a fresh one; then it is refused. One
 * that takes too long or too much memory is refused at once: it would again.
 */
export async function onThread<T>(threads: ThreadPool<ReadingTask, T>, task: ReadingTask): Promise<T> {
  try {
    return await threads.run(task);
  } catch (failure) {
    if (!(failure instanceof ThreadFailure) || failure.kind !== "ended") throw refusalOf(task.doc, failure);
  }
  return threads.run(task).catch((failure: unknown) => {
    throw refusalOf(task.doc, failure);
  });
}

function refusalOf(name: string, failure: unknown): unknown {
  if (!(failure instanceof ThreadFailure)) return failure;
  const { kind, message, code } = failure;
  const known = refusalCodes.find((one) => one === code);
  if (known) return new FileRefused(known, message);
  if (kind === "late") return new FileRefused("too-slow", `${name} ${message}. Split it into parts.`);
  if (kind === "memory") return new FileRefused("too-much-memory", `${name} ${message}. Split it into parts.`);
  if (kind === "ended")
    return new FileRefused(
      "damaged",
      `${name} ended its reader twice (${message}). Open it in the program that made it, save it anew and hand that in.`,
    );
  return new Error(message, { cause: failure });
}
