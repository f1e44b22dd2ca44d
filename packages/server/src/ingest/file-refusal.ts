/** 拒收. A file that is not taken in; the message says what was found, what was expected and what to do. */
export class FileRefused extends Error {
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = "FileRefused";
    this.code = code;
  }
}

/** Why a file is not taken in. */
export type RefusalCode = "unsupported" | "empty" | "not-text" | "too-large" | "classified" | "unreadable";

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
