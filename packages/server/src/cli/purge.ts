import { documentById } from "@qipan/ledger/documents";
import { purgeDocument } from "@qipan/ledger/purge";
import { id } from "@qipan/policy/records/identity";
import { localOperator } from "../http/session.ts";
import { command } from "./command.ts";
import { say } from "./terminal.ts";
import { UsageFault } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** 清除. `qipan purge DOCUMENT --reason WHY`: bytes, text and quotes are gone for good; hash and tombstone stay. */
export const purge = command({
  args: {
    document: { type: "positional", required: true, description: "Id of the document" },
    reason: {
      type: "string",
      required: true,
      valueHint: "WHY",
      description: "Stands in the tombstone and in the audit record",
    },
  },
  run: async (args) => {
    const document = id.safeParse(args.document);
    if (!document.success)
      throw new UsageFault(`Found DOCUMENT "${args.document}", expected the id of a document (a UUID).`);
    if (args.reason.trim().length < 2)
      throw new UsageFault("Found no reason; say in a few words why the document is removed.");
    const { name, withdrawn } = await withLedger((ledger) =>
      ledger.as(localOperator, async (tx) => {
        const purged = await purgeDocument(tx, document.data, args.reason.trim());
        return { ...purged, name: (await documentById(tx, document.data))?.name ?? args.document };
      }),
    );
    say(`${name} is purged; ${withdrawn} entries stood on it alone and are withdrawn.`);
    return 0;
  },
});
