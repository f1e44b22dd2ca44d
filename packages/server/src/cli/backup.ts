import { resolve } from "node:path";
import { backup as writeBackup } from "@qipan/ledger/backup";
import { command, json } from "./command.ts";
import { printLines, progressLine, say } from "./terminal.ts";
import { withLedger } from "./with-ledger.ts";

/** 备份. `qipan backup FILE`: the whole ledger as of one instant into one file, while others go on working. */
export const backup = command({
  args: {
    file: { type: "positional", required: true, description: "File to write; an older one of that name is replaced" },
    json,
  },
  run: async (args) => {
    const file = resolve(args.file);
    const progress = progressLine();
    const manifest = await withLedger((ledger) => writeBackup(ledger, file, { onProgress: progress.show }));
    progress.clear();
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    if (args.json) await printLines([JSON.stringify(manifest)]);
    say(`${rows} rows of ${manifest.tables.length} tables written to ${file}. Keep it where the ledger is not.`);
    return 0;
  },
});
