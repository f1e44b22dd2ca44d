/** 拒收. A file that is not taken in; the message says what was found, what was expected and what to do. */
export class FileRefused extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = "FileRefused";
    this.code = code;
  }
}

/**
 * 拒收原因. Why a file is not taken in.
 * - `unsupported`: a format that is not read. - `mislabelled`: its content is not what its name says, and cannot be read
 *   either. - `empty`: no bytes, or no words. - `no-text-layer`: pictures of pages and no text. - `not-text`: bytes that are
 *   no text. - `unreadable`: it could not be opened on the disk.
 * - `truncated`: it breaks off. - `damaged`: its parts contradict each other. - `encrypted`: a password is needed.
 * - `classified`: it carries a marking of secrecy.
 * - `too-large`, `expands`, `too-deep`, `too-many-parts`, `too-slow`, `too-much-memory`: it would cost more than one file may.
 * - `unsafe`: it holds what only an attack or an accident puts there: names with paths, links, declared entities.
 */
export const refusalCodes = [
  "unsupported",
  "mislabelled",
  "empty",
  "no-text-layer",
  "not-text",
  "unreadable",
  "truncated",
  "damaged",
  "encrypted",
  "classified",
  "too-large",
  "expands",
  "too-deep",
  "too-many-parts",
  "too-slow",
  "too-much-memory",
  "unsafe",
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** 大小上限. Largest file that is taken in, in bytes. */
export const largestFileBytes: number = 64 * 1024 * 1024;

/** Refuses what is too large before any of it is read. */
export function checkSize(name: string, byteLength: number): void {
  if (byteLength === 0)
    throw new FileRefused("empty", `${name} is empty (0 bytes). Hand in the file again from where it came.`);
  if (byteLength <= largestFileBytes) return;
  const mebibytes = (byteLength / 1024 / 1024).toFixed(1);
  throw new FileRefused(
    "too-large",
    `${name} has ${mebibytes} MiB, the most that is taken in is ${largestFileBytes / 1024 / 1024} MiB. Split it into parts.`,
  );
}
