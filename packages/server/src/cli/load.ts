import { join } from "node:path";
import { localOperator } from "../http/session.ts";
import { loadPackFolder } from "../packs/load-pack.ts";
import { readPackFolder } from "../packs/pack-folder.ts";
import { command, json } from "./command.ts";
import { root } from "./project.ts";
import { printLines, say } from "./terminal.ts";
import { withLedger } from "./with-ledger.ts";

/** 载入. `qipan load [PACK]`: a data pack into the ledger. Ends with 1 when rows of a person were kept over the pack's. */
export const load = command({
  args: {
    pack: { type: "positional", required: false, description: "Folder of the pack; without it data/jingjinji" },
    without: {
      type: "string",
      valueHint: "SWITCHES",
      description: "Switches of pack.json, by comma: their rows are left out",
    },
    "remove-gone": { type: "boolean", description: "Take out rows that the pack no longer has" },
    json,
  },
  run: async (args) => {
    const folder = await readPackFolder(args.pack ?? join(root, "data/jingjinji"));
    const request = {
      actor: localOperator.actor,
      removeGone: args["remove-gone"] ?? false,
      without: args.without?.split(",").filter(Boolean) ?? [],
    };
    const result = await withLedger((ledger) => loadPackFolder(ledger, folder, request));
    if (args.json) await printLines([JSON.stringify(result)]);
    else {
      say(
        `${result.added} rows added, ${result.changed} changed, ${result.unchanged} unchanged, ${result.gone.length} no longer in the pack.`,
      );
      await printLines(result.keptForUser.map(({ table, row, why }) => `kept: ${table} ${row}: ${why}`));
    }
    return result.keptForUser.length === 0 ? 0 : 1;
  },
});
