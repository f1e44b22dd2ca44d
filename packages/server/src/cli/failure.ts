import type { ExitCode } from "./command.ts";

/** Names of errors whose messages are written for people, and the exit code each ends with. */
const known: Readonly<Record<string, ExitCode>> = {
  UsageFault: 2,
  CLIError: 2,
  ConfigFault: 2,
  LedgerRefusal: 1,
  EmbeddedFailure: 1,
  PackMissing: 1,
  DataFolderFault: 1,
  PortRefused: 1,
  FileRefused: 1,
  RequestRefused: 1,
};

/** 失败. What to tell about a failure and with which code to end. */
export interface Failure {
  readonly message: string;
  readonly code: ExitCode;
}

/**
 * 失败说明. One clear paragraph for a failure: those that speak for themselves are given as they are, faults of the system
 * with their cause, anything else as a fault of ours. The stack is told only where `debug` asks for it.
 */
export function failureOf(thrown: unknown, debug: boolean): Failure {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = known[error.name] ?? known[error.constructor.name] ?? 1;
  const message = isKnown(error)
    ? plain(error.message)
    : `Qipan stopped: ${error.message || error.name}. ${advice(error)}`;
  return { message: debug && error.stack ? `${message}\n${error.stack}` : message, code };
}

function isKnown(error: Error): boolean {
  return error.name in known || error.constructor.name in known;
}

/** citty colours its messages by escape sequences; a pipe wants none of that. */
function plain(message: string): string {
  return message
    .split("\u001b")
    .map((part, index) => (index === 0 ? part : part.replace(/^\[\d+m/u, "")))
    .join("");
}

function advice(error: Error): string {
  if ("code" in error && error.code === "ECONNREFUSED")
    return "The database does not answer at that address. Check DATABASE_URL, or unset it to use the embedded database.";
  if ("code" in error && error.code === "ENOSPC") return "The disk is full. Free some space and repeat the command.";
  return "Repeat the command with QIPAN_DEBUG=1 to see where, and report it with that output.";
}
