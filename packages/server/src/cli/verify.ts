import { verifyLedger } from "@qipan/ledger/verify";
import { command, json } from "./command.ts";
import { printLines, progressLine, say } from "./terminal.ts";
import { withLedger } from "./with-ledger.ts";

/** 核验. `qipan verify`: computes every digest, chain and root anew. Ends with 1 when anything differs. */
export const verify = command({
  args: { json },
  run: async (args) => {
    const progress = progressLine();
    const found = await withLedger((ledger) =>
      verifyLedger(ledger, { onProgress: ({ stage, done }) => progress.show(`${done} ${stage} checked`) }),
    );
    progress.clear();
    if (args.json) await printLines([JSON.stringify(found)]);
    else
      await printLines(
        found.problems.map(
          ({ what, id, found: stands, expected }) => `${what}: ${id}: found ${stands}, expected ${expected}`,
        ),
      );
    const count = found.problems.length + found.unlisted;
    const checked = Object.entries(found.checked).map(([kind, number]) => `${number} ${kind}`);
    say(
      `Checked ${checked.join(", ")}: ${count === 0 ? "all as written" : `${count} problems`}. ${found.unsealed} changes wait for the next checkpoint.`,
    );
    return count === 0 ? 0 : 1;
  },
});
