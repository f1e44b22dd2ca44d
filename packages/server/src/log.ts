import { pino, type Logger } from "pino";

export type { Logger } from "pino";

/**
 * 日志. One JSON object a line on standard error, so that standard output stays for people. Nothing personal is
 * written: no names, no addresses, no bodies; a request is its route, status, duration and id.
 */
export function openLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: false }),
  );
}

/** A log that writes nowhere, for tests and for commands that speak for themselves. */
export function silentLog(): Logger {
  return pino({ level: "silent" });
}
