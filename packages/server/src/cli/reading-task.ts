import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import { explain } from "@qipan/policy/extraction/explain";
import { readDocument, type ReadResult } from "@qipan/policy/extraction/read";
import { toRecord } from "@qipan/policy/extraction/record";
import type { Lexicon } from "@qipan/policy/mention/lexicon";

/** 阅读任务. One file to read, and in which form to answer; `-` is standard input. */
export interface ReadingTask {
  readonly path: string;
  readonly date: string | undefined;
  readonly explain: boolean;
}

/** 阅读答复. What goes to standard output, what to standard error, and whether the file could be read at all. */
export interface ReadingAnswer {
  readonly output: string;
  readonly notes: readonly string[];
  readonly failed: boolean;
}

/** 读一个文件. Reads a file into records, one JSON object a line, or into an explanation. Never throws on any file. */
export async function answerTask(
  { path, date, explain: explains }: ReadingTask,
  lexicon: Lexicon,
): Promise<ReadingAnswer> {
  const doc = path === "-" ? "stdin" : basename(path);
  try {
    const bytes = path === "-" ? await buffer(process.stdin) : await readFile(path);
    const result = readDocument(bytes, { doc, date, lexicon });
    const notes = result.diagnostics.map(({ severity, code, message }) => `${doc}: ${severity}: ${message} (${code})`);
    const failed = result.diagnostics.some(({ code }) => code === "not-text");
    return { output: explains ? explanation(result) : records(result), notes, failed };
  } catch (failure) {
    return { output: "", notes: [`${doc}: ${messageOf(failure as NodeJS.ErrnoException, path)}`], failed: true }; // fs and decoding throw Errors
  }
}

/** Mentions and readings in the order of the text, the longer first where two begin together. */
function records({ doc, mentions, readings }: ReadResult): string {
  const lines = [...mentions, ...readings].map((found) => toRecord(doc, found));
  return lines
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((record) => `${JSON.stringify(record)}\n`)
    .join("");
}

function explanation(result: ReadResult): string {
  const text = explain(result);
  return text === "" ? "" : `${text}\n`;
}

function messageOf({ code, message }: NodeJS.ErrnoException, path: string): string {
  if (code === "ENOENT") return `found nothing at ${path}. Check the spelling.`;
  if (code === "EISDIR") return `${path} is a folder. Name the files in it, for example ${path}/*.txt.`;
  if (code === "EACCES") return `${path} may not be read by this user. Ask for the right to read it.`;
  return `it cannot be read (${message}). Check the file.`;
}
