import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { readSource as readText } from "@qipan/policy/extraction/read";
import { readSource } from "../../packages/server/src/formats/read-source.ts";
import { ownFolders, readLexicon } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type Figure, type Measure, quantile, timed } from "../figure.ts";
import { madeDocument, madePdf, madeSheet, sampleFormats } from "../made-files.ts";
import type { ReadFile } from "../read-file.ts";
import { madeSentences } from "../sample-text.ts";

const rounds = 5;
const sentences = 400;
const [pages, rows] = [1000, 100_000];

/**
 * 分格式读速. Documents and sentences a second from bytes to readings, format by format, one after the other in one process;
 * and what a long PDF and a large sheet take of time and memory, each in a process of its own that does nothing else.
 */
export const formatsMeasure: Measure = {
  name: "formats",
  seconds: 80,
  take: async (say) => {
    const lexicon = await readLexicon(ownFolders(`${import.meta.dirname}/../..`));
    const lines = madeSentences(sentences);
    const figures: Figure[] = [];
    for (const format of sampleFormats) {
      const name = `bench.${format}`;
      const bytes = await madeDocument(format, lines);
      const read = async (): Promise<number> =>
        readText(await readSource(name, bytes), { doc: name, date: "2024-12-31", lexicon }).sentences.length;
      say(name);
      figures.push(...speedOf(format, await median(read)));
    }
    return [...figures, ...(await heavyFiles(say))];
  },
};

interface Speed {
  readonly ms: number;
  readonly found: number;
}

async function median(read: () => Promise<number>): Promise<Speed> {
  const found = await read();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push((await timed(read)).ms);
  return { ms: quantile(times, 0.5), found };
}

function speedOf(format: string, { ms, found }: Speed): readonly Figure[] {
  const note = `a document of ${found} sentences from bytes to readings, median of ${rounds}, warm, one core`;
  return [
    { name: `formats: ${format}`, value: (found / ms) * 1000, unit: "sentences/s", note },
    { name: `formats: ${format} documents`, value: 1000 / ms, unit: "documents/s", note },
  ];
}

async function heavyFiles(say: (line: string) => void): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
  try {
    const figures: Figure[] = [];
    for (const [what, file, bytes] of [
      [`pdf of ${pages} pages`, "long.pdf", madePdf(pages)],
      [`xlsx of ${rows} rows`, "large.xlsx", await madeSheet(rows)],
    ] as const) {
      const path = join(folder, file);
      await writeFile(path, bytes);
      for (const only of ["text", "readings"] as const) figures.push(...(await heavy(say, what, { path, only })));
    }
    return figures;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function heavy(
  say: (line: string) => void,
  what: string,
  { path, only }: { path: string; only: "text" | "readings" },
): Promise<readonly Figure[]> {
  say(`${what}, ${only}`);
  const script = join(import.meta.dirname, "../read-file.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script, path, only]);
  const { ms, peakMb, characters, sentences: found } = JSON.parse(stdout) as ReadFile; // printed by read-file.ts
  const to = only === "text" ? "to its text" : `to the readings of its ${found.toLocaleString("en")} sentences`;
  const note = `${characters.toLocaleString("en")} characters, from bytes ${to}, a process of its own`;
  return [
    { name: `formats: ${what}, ${only}`, value: ms / 1000, unit: "s", note },
    { name: `memory: ${what}, ${only}`, value: peakMb, unit: "MB", note: `${note}, largest resident set` },
  ];
}
