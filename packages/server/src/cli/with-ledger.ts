import { openLedger, type Ledger } from "@qipan/ledger/open";
import type { Config } from "../config.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { clock, settingsOfProcess } from "./project.ts";
import { progressLine } from "./terminal.ts";

/** Longest wait for what runs when somebody presses Ctrl-C. */
const patienceMs = 5_000;

/**
 * 用总账. Opens the ledger of the settings, does some work and closes it again, whatever happens: the embedded database is
 * shared with every other process on the folder and stops with the last. Ctrl-C closes it too and ends with 130, unless the
 * work sees to signals itself (`leave`).
 */
export async function withLedger<T>(
  work: (ledger: Ledger, config: Config) => Promise<T>,
  { onSignal = "close" }: { readonly onSignal?: "close" | "leave" } = {},
): Promise<T> {
  const config = settingsOfProcess();
  await prepareDataFolder(config.dataDirectory);
  const progress = progressLine();
  const ledger = await openLedger({ ...openOptions(config), now: clock, onProgress: progress.show });
  progress.clear();
  const release = onSignal === "close" ? closeOnSignal(ledger) : () => undefined;
  try {
    return await work(ledger, config);
  } finally {
    release();
    await ledger.close();
  }
}

/** What the settings say of the database. */
export function openOptions({
  dataDirectory,
  databaseUrl,
  appPassword,
}: Config): Pick<Parameters<typeof openLedger>[0], "dataDirectory" | "databaseUrl" | "appPassword"> {
  return {
    dataDirectory,
    ...(databaseUrl === null ? {} : { databaseUrl }),
    ...(appPassword === null ? {} : { appPassword }),
  };
}

function closeOnSignal(ledger: Ledger): () => void {
  const close = (): void => {
    setTimeout(() => process.exit(130), patienceMs).unref();
    void ledger.close().finally(() => process.exit(130));
  };
  process.once("SIGINT", close).once("SIGTERM", close);
  return () => void process.off("SIGINT", close).off("SIGTERM", close);
}
