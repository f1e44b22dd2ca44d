import { resolve } from "node:path";
import { restore as readBackup } from "@qipan/ledger/restore";
import { command, json } from "./command.ts";
import { printLines, progressLine, say } from "./terminal.ts";
import { withLedger } from "./with-ledger.ts";

/** 恢复. `qipan restore FILE`: a backup into an empty ledger, which is verified there. Ends with 1 when something differs. */
export const restore = command({
  args: {
    file: { type: "positional", required: true, description: "File that `backup` wrote" },
    json,
  },
  run: async (args) => {
    const progress = progressLine();
    const restored = await withLedger((ledger) =>
      readBackup(ledger, resolve(args.file), { onProgress: progress.show }),
    );
    progress.clear();
    const { manifest, findings } = restored;
    if (args.json) await printLines([JSON.stringify(restored)]);
    else
      await printLines(
        findings.problems.map(
          ({ what, id, found, expected }) => `${what}: ${id}: found ${found}, expected ${expected}`,
        ),
      );
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    const problems = findings.problems.length + findings.unlisted;
    say(
      `${rows} rows of the backup of ${manifest.madeAt} are back; verified: ${problems === 0 ? "all as written" : `${problems} problems`}.`,
    );
    return problems === 0 ? 0 : 1;
  },
});
