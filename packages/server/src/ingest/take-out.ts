import { readSource as readOut } from "@qipan/policy/extraction/read";
import type { ReadResult } from "@qipan/policy/extraction/read";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import type { Diagnostic } from "@qipan/policy/records/document-text";
import type { SourceFormat, SourceMark } from "@qipan/policy/records/source-text";
import { readSource } from "../formats/read-source.ts";
import type { NameList } from "../names/ledger-names.ts";

/** 阅读任务. A file to read: its name, its day where the text does not say it, its bytes. */
export interface ReadingTask {
  readonly doc: string;
  readonly date: string | undefined;
  readonly bytes: Uint8Array;
  /** Names known beside the lexicon. */
  readonly names?: NameList;
  /** Whether to keep what was looked at and left, to explain the reading. */
  readonly trace?: boolean;
}

/**
 * 取读. What a file is, what it says of its structure, and what was read from its text. `notes` are what a person should know
 * of the file as a whole; the diagnostics of single readings stand with these.
 */
export interface Taken {
  readonly format: SourceFormat;
  readonly marks: readonly SourceMark[];
  readonly notes: readonly Diagnostic[];
  readonly result: ReadResult;
}

/** 取文并读. Takes the text out of a file and reads it. Throws `FileRefused` for what cannot be read. */
export async function takeOut({ doc, date, bytes, trace }: ReadingTask, lexicon: Lexicon): Promise<Taken> {
  const source = await readSource(doc, bytes);
  const result = readOut(source, { doc, date, lexicon, trace });
  const ofReadings = new Set(result.readings.flatMap(({ diagnostics }) => diagnostics));
  const notes = result.diagnostics.filter((diagnostic) => !ofReadings.has(diagnostic));
  return { format: source.format, marks: source.marks, notes, result };
}
