import { join } from "node:path";
import { corpusStep } from "../ingest/corpus-step.ts";
import { openDesk } from "../jobs/job-desk.ts";
import { openLog } from "../log.ts";
import { ownFolders, readLexicon } from "../packs/lexicon-folder.ts";
import { packStep } from "../packs/pack-step.ts";
import { start } from "../start.ts";
import { command } from "./command.ts";
import { clock, root, settingsOfProcess } from "./project.ts";

/** 服务. `qipan serve`: the web app and the API until Ctrl-C; with `--setup` what `npm start` does. */
export const serve = command({
  args: {
    setup: {
      type: "boolean",
      description: "Load the data pack and the sample documents first, where they are not held",
    },
  },
  run: async ({ setup }) => {
    const config = settingsOfProcess();
    const { dataDirectory } = config;
    const folders = ownFolders(root);
    const log = openLog(process.env["QIPAN_LOG"] ?? "warn");
    const say = (line: string): void => void process.stdout.write(`${line}\n`);
    return start({
      config,
      root,
      now: clock,
      lexicon: () => readLexicon(folders),
      setUp: setup ? [packStep(folders.pack, dataDirectory, say), corpusStep(join(root, "corpus"), folders)] : [],
      openDesk: (ledger) => openDesk({ ledger, dataDirectory, lexicon: folders, log }),
      say,
    });
  },
});
