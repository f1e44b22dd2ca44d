// Serves the sample data from a folder given as argument on any free port, without limits on requests: for load only.
import { join } from "node:path";
import { readConfig } from "../packages/server/src/config.ts";
import { openDesk } from "../packages/server/src/jobs/job-desk.ts";
import { openLog } from "../packages/server/src/log.ts";
import { ownFolders, readLexicon } from "../packages/server/src/packs/lexicon-folder.ts";
import { serve } from "../packages/server/src/serve.ts";
import { corpusStep } from "../packages/server/src/ingest/corpus-step.ts";
import { packStep } from "../packages/server/src/packs/pack-step.ts";

const root = join(import.meta.dirname, "..");
const config = readConfig({ ...process.env, QIPAN_DATA: process.argv[2], QIPAN_PORT: "0" }, root);
const { dataDirectory } = config;
const folders = ownFolders(root);
const log = openLog("silent");
const unlimited = { perSecond: 1e9, burst: 1e9 };
const running = await serve({
  config,
  root,
  version: "bench",
  now: () => new Date(),
  lexicon: () => readLexicon(folders),
  log,
  say: () => undefined,
  setUp: [packStep(folders.pack, dataDirectory), corpusStep(join(root, "corpus"), folders)],
  openDesk: (ledger) => openDesk({ ledger, dataDirectory, lexicon: folders, log }),
  rates: { reading: unlimited, changing: unlimited },
});
process.once("SIGTERM", () => void running.stop().then(() => process.exit(0)));
await running.ready;
process.stdout.write(`ready on ${running.url}\n`);
