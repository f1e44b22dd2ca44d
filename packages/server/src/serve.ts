import { openLedger, type Ledger } from "@qipan/ledger/open";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import { compose, type Ground, type Opened } from "./compose.ts";
import type { Config } from "./config.ts";
import { prepareDataFolder } from "./data-folder.ts";
import type { JobDesk } from "./http/job-desk.ts";
import { type Listening, listen } from "./http/listen.ts";
import { defaultRates, type Rates } from "./http/rate-limit.ts";
import { operatorToken } from "./http/session.ts";
import type { Logger } from "./log.ts";
import { openMetrics } from "./metrics.ts";
import { addProcessGauges } from "./process-gauges.ts";
import { type Progress, type Readiness, readinessOf } from "./readiness.ts";
import type { SetUpStep } from "./set-up.ts";

/** What a server is started from. `say` writes a line for the person at the terminal. */
export interface ServeOptions {
  readonly config: Config;
  readonly root: string;
  readonly version: string;
  readonly now: () => Date;
  readonly lexicon: () => Promise<Lexicon>;
  readonly log: Logger;
  readonly say: (line: string) => void;
  readonly setUp: readonly SetUpStep[];
  readonly openDesk: (ledger: Ledger) => Promise<JobDesk>;
  /** Connections to the database at most. */
  readonly poolSize?: number;
  readonly rates?: Rates;
  readonly checkAnswers?: boolean;
  /** Told the address as soon as it is listened on, before anything else is ready. */
  readonly onListening?: (url: string) => void;
}

/** 运行中的服务. `ready` settles when every step is done; `stop` may be called at any moment, twice too. */
export interface Running {
  readonly url: string;
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

/** Time for requests under way to end once the server stops. */
const graceMs = 2_000;

/**
 * 服务. Listens first, so that whoever looks sees that something is coming; then opens the ledger, does the set-up steps
 * and the desk of jobs. Throws when the data folder or the port is not to be had; a later failure rejects `ready`.
 */
export async function serve(options: ServeOptions): Promise<Running> {
  const { config } = options;
  await prepareDataFolder(config.dataDirectory);
  const readiness = readinessOf(["database", "jobs", ...options.setUp.map(({ name }) => name)]);
  const held: Held = {};
  const listening = await listen(compose(await groundOf(options, readiness, held)), config);
  held.listening = listening;
  options.onListening?.(listening.url);
  const ready = getReady(options, readiness, held);
  ready.catch(() => undefined); // whoever awaits `ready` hears of it; nobody has to
  return { url: listening.url, ready, stop: () => (held.stopped ??= stop(held, ready)) };
}

/** What has been opened so far, in the order in which it is closed again. */
interface Held {
  listening?: Listening;
  ledger?: Ledger;
  jobs?: JobDesk;
  opened?: Opened;
  stopped?: Promise<void>;
}

async function groundOf(options: ServeOptions, readiness: Readiness, held: Held): Promise<Ground> {
  const metrics = openMetrics();
  addProcessGauges(metrics, () => held.opened);
  return {
    ...options,
    operatorToken: await operatorToken(options.config.dataDirectory),
    metrics,
    readiness,
    rates: options.rates ?? defaultRates,
    checkAnswers: options.checkAnswers ?? false,
    port: () => held.listening?.port ?? options.config.port,
    opened: () => held.opened,
  };
}

async function getReady(options: ServeOptions, readiness: Readiness, held: Held): Promise<void> {
  const timed = async <T>(name: string, work: (progress: Progress) => Promise<T>): Promise<T> => {
    const startedMs = performance.now();
    const result = await readiness.run(name, work);
    options.log.info({ step: name, ms: Math.round(performance.now() - startedMs) }, "step done");
    return result;
  };
  const ledger = await timed("database", () => openLedger(ledgerOptions(options)));
  held.ledger = ledger;
  if (held.stopped) return;
  const jobs = await timed("jobs", () => options.openDesk(ledger));
  held.jobs = jobs;
  for (const step of options.setUp) {
    if (held.stopped) return;
    await timed(step.name, (progress) => step.run(ledger, progress));
  }
  held.opened = { ledger, jobs };
}

function ledgerOptions({ config, now, say, poolSize }: ServeOptions): Parameters<typeof openLedger>[0] {
  return {
    dataDirectory: config.dataDirectory,
    now,
    onProgress: say,
    ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }),
    ...(config.appPassword === null ? {} : { appPassword: config.appPassword }),
    ...(poolSize === undefined ? {} : { poolSize }),
  };
}

/** A step under way is waited for, so that nothing is closed under it; it ends at its next turn. */
async function stop(held: Held, ready: Promise<void>): Promise<void> {
  await held.listening?.close(graceMs);
  await Promise.race([ready.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
  await held.jobs?.stop();
  await held.ledger?.close();
}
