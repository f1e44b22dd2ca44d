import { type Hit, search as find } from "@qipan/ledger/search";
import { localOperator } from "../http/session.ts";
import { command, json } from "./command.ts";
import { printLines, say } from "./terminal.ts";
import { wholeOption, wordOption } from "./usage.ts";
import { withLedger } from "./with-ledger.ts";

/** 检索. `qipan search WORDS`: sentences and entries that have all the words. Ends with 1 when nothing is found. */
export const search = command({
  args: {
    words: {
      type: "positional",
      required: true,
      description: "Words, parted by spaces inside quotes; all must be found",
    },
    scope: { type: "string", default: "all", description: "all, sentences or entries" },
    limit: { type: "string", default: "20", valueHint: "NUMBER", description: "Hits at most, 1 to 500" },
    json,
  },
  run: async (args) => {
    const scope = wordOption("scope", args.scope, ["all", "sentences", "entries"]);
    const limit = wholeOption("limit", args.limit, { min: 1, max: 500 });
    const found = await withLedger((ledger) =>
      ledger.as(localOperator, (tx) => find(tx, { q: args.words, scope, limit })),
    );
    await printLines(args.json ? [JSON.stringify(found)] : found.items.map(lineOf));
    say(`${found.total}${found.totalIsExact ? "" : " or more"} found, ${found.items.length} shown.`);
    return found.total > 0 ? 0 : 1;
  },
});

/** A hit as one line: where it stands, then its text with the found words in brackets. */
function lineOf(hit: Hit): string {
  const where = hit.type === "sentence" ? `${hit.documentName} ${hit.address}` : `${hit.kind} ${hit.id}`;
  return `${where}: ${marked(hit.text, hit.marks).replace(/\s+/gu, " ")}`;
}

function marked(text: string, marks: readonly (readonly [number, number])[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    pieces.push(text.slice(at, start), `[${text.slice(start, end)}]`);
    at = end;
  }
  return [...pieces, text.slice(at)].join("");
}
