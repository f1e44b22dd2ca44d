import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { entryKinds } from "@qipan/policy/records/registers";
import { importEntries } from "../import/import-entries.ts";
import { operatorContext } from "./call-context.ts";
import { command, json } from "./command.ts";
import { printLines, say } from "./terminal.ts";
import { UsageFault, wordOption } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** 导入. `qipan import KIND FILE --reason WHY`: rows of a register, all or nothing. Ends with 1 when a row has a fault. */
export const importRows = command({
  args: {
    kind: { type: "positional", required: true, description: `The register: ${entryKinds.join(", ")}` },
    file: { type: "positional", required: true, description: "CSV or XLSX with the columns that `export` writes" },
    reason: { type: "string", required: true, valueHint: "WHY", description: "Stands in the history of every row" },
    "dry-run": { type: "boolean", description: "Tell what would happen and change nothing" },
    json,
  },
  run: async (args) => {
    const kind = wordOption("kind", args.kind, entryKinds);
    const bytes = await readFile(args.file).catch((failure: NodeJS.ErrnoException) => {
      throw new UsageFault(`FILE ${args.file} cannot be read (${failure.code ?? failure.message}). Check the path.`);
    });
    const call = { kind, name: basename(args.file), bytes, reason: args.reason, dryRun: args["dry-run"] ?? false };
    const result = await withLedger((ledger, config) => importEntries(operatorContext(ledger, config).within, call));
    if (args.json) await printLines([JSON.stringify(result)]);
    else
      await printLines(
        result.faults.map(
          ({ row, column, found, expected }) =>
            `row ${row}, ${column}: found ${found || "nothing"}, expected ${expected}`,
        ),
      );
    const did = call.dryRun ? "would be" : "are";
    say(
      `${result.created} rows ${did} created, ${result.changed} changed, ${result.unchanged} unchanged; ${result.faults.length} faults.`,
    );
    return result.faults.length === 0 ? 0 : 1;
  },
});
