/** 失败种类. Stable codes of everything that can keep the embedded database from answering. */
export type EmbeddedFailureCode =
  | "no-binaries"
  | "library-links"
  | "root-user"
  | "folder-denied"
  | "folder-full"
  | "other-version"
  | "folder-foreign"
  | "password-lost"
  | "start-failed"
  | "stop-failed";

/** 内嵌数据库失败. Says what was found, where, and what to do; `code` is stable, the text is free. */
export class EmbeddedFailure extends Error {
  readonly code: EmbeddedFailureCode;

  constructor(code: EmbeddedFailureCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "EmbeddedFailure";
    this.code = code;
  }
}

/** The errno of a system error (`EACCES`, `ENOSPC` …); undefined for any other value. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

const DENIED = /Permission denied|Read-only file system|Operation not permitted/;

/**
 * 目录故障. Turns a refusal of the file system (an errno, or words a PostgreSQL program printed) into a failure
 * that names the folder. Undefined when the text is about something else.
 */
export function folderFailure(folder: string, found: unknown): EmbeddedFailure | undefined {
  const text = found instanceof Error ? `${errorCode(found) ?? ""} ${found.message}` : String(found);
  if (/ENOSPC|EDQUOT|No space left|quota exceeded/i.test(text)) return folderFull(folder, "no space is left", found);
  if (!/EACCES|EPERM|EROFS/.test(text) && !DENIED.test(text)) return undefined;
  return new EmbeddedFailure(
    "folder-denied",
    `The data folder ${folder} cannot be written (${firstLine(text)}). Give this user write permission on it, ` +
      "or choose another folder with QIPAN_DATA.",
    found,
  );
}

/** 空间不足. The failure for a folder whose disk is full. */
export function folderFull(folder: string, found: string, cause?: unknown): EmbeddedFailure {
  return new EmbeddedFailure(
    "folder-full",
    `The disk of the data folder ${folder} is full: ${found}. Free some space there, or move the folder ` +
      "to a larger disk and name it with QIPAN_DATA. Nothing committed is lost.",
    cause,
  );
}

function firstLine(text: string): string {
  const line = text.split("\n").find((candidate) => DENIED.test(candidate)) ?? text.split("\n")[0] ?? "";
  return line.trim();
}
