import { divisionNames } from "./names/division-names.ts";
import { namesOnceOpen } from "./names/ledger-names.ts";
import { join } from "node:path";
import type { Ledger } from "@qipan/ledger/open";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import type { Hono } from "hono";
import { handlers } from "./api/handlers.ts";
import { rereader } from "./api/reread.ts";
import { tryReader } from "./api/try-reader.ts";
import { exportLookups } from "./api/export-lookups.ts";
import type { Config } from "./config.ts";
import { createApp } from "./http/app.ts";
import type { Environment } from "./http/environment.ts";
import { exporter } from "./http/export-response.ts";
import type { JobDesk } from "./http/job-desk.ts";
import type { Rates } from "./http/rate-limit.ts";
import { operatorSessions } from "./http/session.ts";
import { openSpool } from "./http/spool.ts";
import { incomingFolder } from "./jobs/incoming.ts";
import type { Logger } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { readConcepts } from "./facts/concept-file.ts";
import { ownFolders } from "./packs/lexicon-folder.ts";
import type { Readiness } from "./readiness.ts";
import { todayFrom } from "./today.ts";

/** What is there once the ledger is open. */
export interface Opened {
  readonly ledger: Ledger;
  readonly jobs: JobDesk;
}

/** What the process has before anything is wired. */
export interface Ground {
  readonly config: Config;
  /** Folder of the project, where the built web app lies. */
  readonly root: string;
  readonly version: string;
  readonly operatorToken: string;
  readonly now: () => Date;
  /** Words and names that documents are read with. */
  readonly lexicon: () => Promise<Lexicon>;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly rates: Rates;
  readonly checkAnswers: boolean;
  readonly port: () => number;
  readonly opened: () => Opened | undefined;
}

/** Longest time an answer may take. */
const timeLimitMs = 30_000;

/** 组装. Wires the HTTP side from its parts; the only place that knows them all. */
export function compose(ground: Ground): Hono<Environment> {
  const { config, opened } = ground;
  const folders = ownFolders(ground.root);
  const names = namesOnceOpen(opened);
  const all = handlers({
    version: ground.version,
    concepts: () => readConcepts(folders.lexicon),
    divisions: divisionNames(folders.lexicon),
    tried: tryReader(folders, names),
  });
  return createApp({
    ...ground,
    handlers: all,
    exportResponse: exporter(all, exportLookups),
    sessions: operatorSessions(ground.operatorToken),
    backing: () => backingOf(opened()),
    ping: async () => void (await opened()?.ledger.pool.query("select 1")),
    today: todayFrom(config.today, ground.now),
    reread: rereader(ground.lexicon, folders, names),
    spool: openSpool(join(config.dataDirectory, incomingFolder)),
    demonstration: config.profile === "demo",
    timeLimitMs,
    publicUrl: config.publicUrl,
    webDirectory: join(ground.root, "packages/web/dist"),
  });
}

function backingOf(opened: Opened | undefined): ReturnType<Parameters<typeof createApp>[0]["backing"]> {
  return opened && { within: (principal) => (work) => opened.ledger.as(principal, work), jobs: opened.jobs };
}
