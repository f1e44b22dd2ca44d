import { readText } from "@qipan/policy/extraction/read";
import { ownFolders, readLexicon } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type Figure, type Measure, quantile, timed } from "../figure.ts";
import { sampleText } from "../sample-text.ts";

const characters = 400_000;
const rounds = 5;

/**
 * 读速. Characters a second of the whole reading (decode left out), and the same as a ratio to the plainest thing one can do
 * with a text in this process: classify each character by a table and make one object a run of digits.
 */
export const readMeasure: Measure = {
  name: "read",
  seconds: 30,
  take: async () => {
    const text = sampleText(characters);
    const lexicon = await readLexicon(ownFolders(`${import.meta.dirname}/../..`));
    const reading = await median(() => readText(text, { doc: "bench", date: "2024-12-31", lexicon }));
    const scanning = await median(() => scanOnce(text));
    const speed = (ms: number): number => (text.length / ms) * 1000;
    const note = `${text.length.toLocaleString("en")} characters of the sample documents, median of ${rounds}, warm, one core`;
    const figures: Figure[] = [
      { name: "read: all mentions and readings", value: speed(reading) / 1e6, unit: "M characters/s", note },
      { name: "read: table scan with an object a run", value: speed(scanning) / 1e6, unit: "M characters/s", note },
      { name: "read: ratio to the scan", value: reading / scanning, unit: "times slower", note },
    ];
    return figures;
  },
};

async function median(work: () => unknown): Promise<number> {
  await timed(work);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push((await timed(work)).ms);
  return quantile(times, 0.5);
}

const classes = new Uint8Array(65_536);
for (const digit of "0123456789〇一二三四五六七八九十百千万亿") classes[digit.charCodeAt(0)] = 1;

function scanOnce(text: string): number {
  const runs: { start: number; end: number }[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const marked = at < text.length && classes[text.charCodeAt(at)] === 1;
    if (marked && start < 0) start = at;
    if (marked || start < 0) continue;
    runs.push({ start, end: at });
    start = -1;
  }
  return runs.length;
}
