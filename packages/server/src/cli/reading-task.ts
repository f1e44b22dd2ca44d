import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { explain } from "@qipan/policy/extraction/explain";
import type { ReadResult } from "@qipan/policy/extraction/read";
import { recordsOf } from "@qipan/policy/extraction/record";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import { FileRefused } from "../ingest/file-refusal.ts";
import { takeOut } from "../ingest/take-out.ts";
import { repairedText } from "./repaired-text.ts";

/** 所示. What is shown of a file: its records, their explanation, the text taken out of it, or the repaired text. */
export type Shown = "records" | "explanation" | "text" | "repaired";

/** 阅读任务. One file to read, and in which form to answer; `bytes` where somebody has read them already. `-` is standard input. */
export interface ReadingTask {
  readonly path: string;
  readonly date: string | undefined;
  readonly shown: Shown;
  readonly bytes?: Uint8Array;
}

/** 阅读答复. What goes to standard output, what to standard error, and whether the file could be read at all. */
export interface ReadingAnswer {
  readonly output: string;
  readonly notes: readonly string[];
  readonly failed: boolean;
}

/** Name of the document in records. */
export function docOf(path: string): string {
  return path === "-" ? "stdin" : basename(path);
}

/** 读一个文件. Reads a file of any format into what is to be shown of it. Never throws on any file. */
export async function answerTask(
  { path, date, shown, bytes: given }: ReadingTask,
  lexicon: Lexicon,
): Promise<ReadingAnswer> {
  const doc = docOf(path);
  try {
    const bytes = given ?? (await readFile(path));
    const { result } = await takeOut({ doc, date, bytes, trace: shown === "explanation" }, lexicon);
    const notes = result.diagnostics.map(({ severity, code, message }) => `${doc}: ${severity}: ${message} (${code})`);
    return { output: written[shown](result), notes, failed: false };
  } catch (failure) {
    return { output: "", notes: [noteOf(failure as NodeJS.ErrnoException, path)], failed: true }; // fs and readers throw Errors
  }
}

const written: Readonly<Record<Shown, (result: ReadResult) => string>> = {
  records,
  explanation: (result) => closed(explain(result)),
  text: ({ text }) => closed(text),
  repaired: (result) => closed(repairedText(result)),
};

function records(result: ReadResult): string {
  return recordsOf(result)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join("");
}

/** Ends with a line break, unless there is nothing. */
const closed = (text: string): string => (text === "" || text.endsWith("\n") ? text : `${text}\n`);

function noteOf(failure: NodeJS.ErrnoException, path: string): string {
  if (failure instanceof FileRefused) return `error: ${failure.message} (${failure.code})`;
  return `${docOf(path)}: ${messageOf(failure, path)}`;
}

function messageOf({ code, message }: NodeJS.ErrnoException, path: string): string {
  if (code === "ENOENT") return `found nothing at ${path}. Check the spelling.`;
  if (code === "EISDIR") return `${path} is a folder. Name the files in it, for example ${path}/*.txt.`;
  if (code === "EACCES") return `${path} may not be read by this user. Ask for the right to read it.`;
  return `it cannot be read (${message}). Check the file.`;
}
