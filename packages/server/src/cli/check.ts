import { join } from "node:path";
import { findingLine, isLoadable, reportOn } from "../packs/pack-check.ts";
import { readPackFolder } from "../packs/pack-folder.ts";
import { checkFacts } from "./check-facts.ts";
import { checkLexicon } from "./check-lexicon.ts";
import { command, json } from "./command.ts";
import { root } from "./project.ts";
import { printLines, say } from "./terminal.ts";
import { UsageFault, wordOption } from "./usage.ts";

/**
 * 校验. `qipan check data [PACK]`: all that is wrong with a pack at once; `qipan check lexicon [FOLDER]`: with word files;
 * `qipan check facts [FILES]`: what documents state twice.
 */
export const check = command({
  args: {
    what: {
      type: "positional",
      required: true,
      description: "data: the tables of a pack; lexicon: word files; facts: what several documents state of one thing",
    },
    files: {
      type: "positional",
      required: false,
      description:
        "data: folder of the pack, without it data/jingjinji; lexicon: folder of word files, without it our own; facts: files, without them the ledger",
    },
    json,
  },
  run: async (args) => {
    const what = wordOption("what", args.what, ["data", "lexicon", "facts"]);
    if (what === "facts") return checkFacts(args._.slice(1), args.json === true);
    const [folder, more] = args._.slice(1);
    if (more !== undefined) throw new UsageFault(`Found "${more}" after the folder of ${what}, expected one folder.`);
    if (what === "lexicon") return checkLexicon(folder, args.json === true);
    const report = reportOn(await readPackFolder(folder ?? join(root, "data/jingjinji")));
    await printLines(report.findings.map((finding) => (args.json ? JSON.stringify(finding) : findingLine(finding))));
    const rows = report.tally.reduce((sum, { rows: count }) => sum + count, 0);
    const recalled = report.tally.reduce((sum, { recalled: count }) => sum + count, 0);
    say(
      `${report.pack}: ${report.findings.length} findings in ${rows} rows of ${report.tally.length} tables; ${recalled} rows wait for checking (未核).`,
    );
    return isLoadable(report) ? 0 : 1;
  },
});
