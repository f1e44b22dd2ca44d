import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readText } from "@qipan/policy/extraction/read";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import { ownFolders, readLexicon } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type Figure, type Measure, timed } from "../figure.ts";
import { hostileStrings } from "../hostile-strings.ts";
import { runQipan } from "../run-qipan.ts";
import { sampleText } from "../sample-text.ts";

const ordinary = 500_000;

/**
 * 恶意. What strings that stopped other readers cost for each character, as a multiple of ordinary text: for the reading in
 * process, and for the command without its start; and by how much the cost grows when such a string is twice as long.
 */
export const hostileMeasure: Measure = {
  name: "hostile",
  seconds: 90,
  take: async (say) => {
    const lexicon = await readLexicon(ownFolders(`${import.meta.dirname}/../..`));
    const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
    const usual = sampleText(ordinary);
    try {
      const inProcess = (text: string): Promise<number> => best(text, lexicon);
      const start = await inCommand("今年投资12亿元。", folder);
      const usualCost = (await inProcess(usual)) / usual.length;
      const usualCommand = ((await inCommand(usual, folder)) - start) / usual.length;
      const figures: Figure[] = [];
      for (const { name, make } of hostileStrings) {
        say(name);
        const [half, whole] = [make(0.5), make(1)];
        const [halfMs, wholeMs] = [await inProcess(half), await inProcess(whole)];
        const commandMs = Math.max(0, (await inCommand(whole, folder)) - start);
        const note = `${whole.length.toLocaleString("en")} characters against ${usual.length.toLocaleString("en")} of the sample documents`;
        figures.push(
          { name: `hostile: ${name}`, value: wholeMs / whole.length / usualCost, unit: "times ordinary", note },
          { name: `hostile: ${name}, doubled`, value: wholeMs / halfMs, unit: "times its half", note },
          {
            name: `hostile: ${name}, command`,
            value: commandMs / whole.length / usualCommand,
            unit: "times ordinary",
            note: `${note}, the start of the process left out`,
          },
        );
      }
      return figures;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Milliseconds of the better of two runs. */
async function best(text: string, lexicon: Lexicon): Promise<number> {
  const read = (): unknown => readText(text, { doc: "hostile", date: "2024-12-31", lexicon });
  return Math.min((await timed(read)).ms, (await timed(read)).ms);
}

async function inCommand(text: string, folder: string): Promise<number> {
  const path = join(folder, "hostile.txt");
  await writeFile(path, text);
  return (await runQipan(["read", path], { folder, pinned: false })).ms;
}
