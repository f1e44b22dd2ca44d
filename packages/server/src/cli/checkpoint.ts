import { closeCheckpoints } from "@qipan/ledger/checkpoints";
import { localOperator } from "../http/session.ts";
import { command, json } from "./command.ts";
import { printLines, say } from "./terminal.ts";
import { withLedger } from "./with-ledger.ts";

/** 封存. `qipan checkpoint`: puts what has changed under new roots; keep a root elsewhere to prove the past against it. */
export const checkpoint = command({
  args: { json },
  run: async (args) => {
    const closed = await withLedger((ledger) => closeCheckpoints(ledger, localOperator.actor));
    if (args.json) await printLines([JSON.stringify(closed)]);
    else
      await printLines(
        closed.map(({ jurisdiction, number, leaves, root }) => `${jurisdiction} ${number} ${root} (${leaves} changes)`),
      );
    if (closed.length === 0) say("Nothing has changed since the last checkpoint.");
    return 0;
  },
});
