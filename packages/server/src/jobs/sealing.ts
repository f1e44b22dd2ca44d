import { closeCheckpoints } from "@qipan/ledger/checkpoints";
import type { Ledger } from "@qipan/ledger/open";
import type { Logger } from "../log.ts";

/** How often what has changed is sealed. */
const everyMs = 10 * 60_000;

/** Stands in the history for sealing that nobody asked for. */
const actor = "checkpoint-clock";

/** 定时封存. Something that runs until it is stopped. */
export interface Sealing {
  stop(): Promise<void>;
}

/**
 * 定时封存. Closes a checkpoint over what has changed, now and every ten minutes, off the path of those who write. Several
 * processes may do so at once: each change is sealed once. A failure is told to the log and tried again.
 */
export function startSealing(ledger: Ledger, log: Logger): Sealing {
  let running: Promise<void> = Promise.resolve();
  const seal = (): void => {
    running = closeCheckpoints(ledger, actor).then(
      (closed) => void (closed.length > 0 && log.info({ checkpoints: closed.length }, "checkpoints closed")),
      (failure: unknown) => log.warn({ failure: String(failure) }, "closing checkpoints failed"),
    );
  };
  seal();
  const timer = setInterval(seal, everyMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
