import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { entryKinds } from "@qipan/policy/records/registers";
import { exportLookups } from "../api/export-lookups.ts";
import { handlers } from "../api/handlers.ts";
import { tryReader } from "../api/try-reader.ts";
import { api } from "../contract/api.ts";
import { type ListFormat, listFormats } from "../contract/operation.ts";
import { pagesOf } from "../export/pages.ts";
import type { PageOf } from "../export/list-export.ts";
import { readConcepts } from "../facts/concept-file.ts";
import { exporter } from "../http/export-response.ts";
import type { CallContext } from "../http/handlers.ts";
import { divisionNames } from "../names/division-names.ts";
import { ownFolders } from "../packs/lexicon-folder.ts";
import { operatorContext } from "./call-context.ts";
import { command } from "./command.ts";
import { root } from "./project.ts";
import { say } from "./terminal.ts";
import { dayOption, UsageFault, wordOption } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** Lists besides the registers that can be written as a table. */
const lists = {
  observations: "listObservations",
  documents: "listDocuments",
  readings: "listReadings",
  places: "listPlaces",
  monitoring: "listMonitoring",
} as const;

const names = [...entryKinds, ...(Object.keys(lists) as (keyof typeof lists)[])] as const; // keys of the table above

/** 导出. `qipan export WHAT`: a register or another list, as the API writes it. */
export const exportRows = command({
  args: {
    what: { type: "positional", required: true, description: names.join(", ") },
    format: { type: "string", default: "csv", description: listFormats.join(", ") },
    out: { type: "string", valueHint: "FILE", description: "File to write; without it standard output" },
    "as-of": { type: "string", valueHint: "YYYY-MM-DD", description: "Day for which it is asked; without it today" },
    language: { type: "string", default: "zh", description: "Language of the column labels: zh, en" },
  },
  run: async (args) => {
    const order = {
      what: wordOption("what", args.what, names),
      format: wordOption("format", args.format, listFormats),
      asOf: dayOption("as-of", args["as-of"]),
      language: wordOption("language", args.language, ["zh", "en"]),
    };
    await withLedger(async (ledger, config) => {
      const body = await bodyOf(order, operatorContext(ledger, config));
      if (args.out === undefined) await pipeline(body, process.stdout, { end: false });
      else await intoFile(body, args.out);
    });
    return 0;
  },
});

interface Order {
  readonly what: (typeof names)[number];
  readonly format: ListFormat;
  readonly asOf: string | undefined;
  readonly language: "zh" | "en";
}

async function bodyOf({ what, format, asOf, language }: Order, context: CallContext): Promise<Readable> {
  const kind = entryKinds.find((candidate) => candidate === what);
  const name = kind ? "listEntries" : lists[what as keyof typeof lists]; // not a register, so one of the lists
  const operation = api[name];
  if (!operation.formats.some((offered) => offered === format))
    throw new UsageFault(`Found --format ${format} for ${what}, which is written as ${operation.formats.join(", ")}.`);
  const query = operation.query.parse({
    ...(kind ? { kind } : {}),
    ...("asOf" in operation.query.shape && asOf ? { asOf } : {}),
  });
  const all = handlers({
    version: "",
    concepts: () => readConcepts(ownFolders(root).lexicon),
    divisions: divisionNames(ownFolders(root).lexicon),
    tried: tryReader(ownFolders(root)),
  });
  if (format === "json") return Readable.from(jsonText(pagesOf(all[name] as unknown as PageOf, { query }, context)));
  const request = new Request("http://localhost/", { headers: { "accept-language": language } });
  const response = await exporter(all, exportLookups)({ name, format, request, asked: { query }, context });
  return response.body ? Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]) : Readable.from([]);
}

/** An array with one row a line. */
async function* jsonText(pages: AsyncIterable<readonly unknown[]>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const rows of pages)
    for (const row of rows) {
      yield `${before}${JSON.stringify(row)}`;
      before = ",\n";
    }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

/** Written beside its place and renamed, so that what was there stays until the new file is whole. */
async function intoFile(body: Readable, path: string): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  try {
    await pipeline(body, createWriteStream(draft));
    await rename(draft, path);
  } catch (failure) {
    await rm(draft, { force: true });
    throw failure;
  }
  say(`Written to ${path}.`);
}
