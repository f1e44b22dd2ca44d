import { readText } from "@qipan/policy/extraction/read";
import { mentionsOf } from "@qipan/policy/mention/mentions-of";
import { ownFolders, readLexicon } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type Figure, type Measure, quantile, timed } from "../figure.ts";
import { chrono, chronoAtOnce } from "../peers/chrono.ts";
import { linesOf } from "../peers/peer.ts";
import { allModels } from "../peers/recognizers.ts";
import { sampleText, seedText } from "../sample-text.ts";
import { tableScan } from "../table-scan.ts";

const characters = 1_400_000;
const rounds = 5;
/** Recognizers takes a second for about this much. */
const few = 15_000;

/**
 * 读速. Characters a second of dates and amounts alone and of the whole reading (decoding left out), and how many times slower
 * that is than the plainest scan by a table with an object a run, and faster than the peers: all on the same text, in the
 * same process, warm. The text is the sample documents, and the published ones that are not ours where they are beside
 * the project.
 */
export const readMeasure: Measure = {
  name: "read",
  seconds: 120,
  take: async (say) => {
    const lexicon = await readLexicon(ownFolders(`${import.meta.dirname}/../..`));
    const seeds = seedText(40);
    const texts = [
      { name: "read", text: sampleText(characters), of: "the sample documents" },
      ...(seeds === "" ? [] : [{ name: "read seeds", text: seeds, of: "the five published documents, 40 times" }]),
    ];
    const figures: Figure[] = [];
    for (const { name, text, of } of texts) {
      say(`${name}: ${text.length.toLocaleString("en")} characters`);
      const note = `${text.length.toLocaleString("en")} characters of ${of}, median of ${rounds}, warm, one core`;
      const rate = async (work: () => unknown): Promise<number> => text.length / 1000 / (await median(work));
      const light = await rate(() => mentionsOf(text, { date: "2024-12-31", lexicon, kinds: ["date", "quantity"] }));
      const all = await rate(() => readText(text, { doc: "bench", date: "2024-12-31", lexicon }));
      const scan = await rate(() => tableScan(text));
      figures.push(
        ...ownFigures(name, { light, all, scan, note }),
        ...(await peerFigures(name, text, { light, all, note })),
      );
    }
    return figures;
  },
};

const unit = "M characters/s";

/** Speeds of ours in millions of characters a second, and what they were taken on. */
interface Ours {
  readonly light: number;
  readonly all: number;
  readonly note: string;
}

function ownFigures(name: string, { light, all, scan, note }: Ours & { readonly scan: number }): readonly Figure[] {
  return [
    { name: `${name}: dates and amounts`, value: light, unit, note },
    { name: `${name}: all mentions and readings`, value: all, unit, note },
    { name: `${name}: table scan with an object a run`, value: scan, unit, note },
    { name: `${name}: dates and amounts to the scan`, value: scan / light, unit: "times slower", note },
    { name: `${name}: ratio to the scan`, value: scan / all, unit: "times slower", note },
  ];
}

async function peerFigures(name: string, text: string, { light, all, note }: Ours): Promise<readonly Figure[]> {
  const start = text.slice(0, few);
  const lines = linesOf(start);
  const reference = new Date("2024-12-31T12:00:00");
  const peers = [
    ["chrono, all at once", text.length, () => chronoAtOnce(text)],
    ["chrono, line by line", text.length, () => chrono.read(text, "2024-12-31")],
    ["Recognizers, five models", start.length, () => lines.map(({ line }) => allModels(line, reference))],
  ] as const;
  const figures: Figure[] = [];
  for (const [peer, length, work] of peers) {
    const speed = length / 1000 / (await median(work, length === text.length ? rounds : 2));
    const on = length === text.length ? note : `the first ${length.toLocaleString("en")} of ${note}`;
    figures.push(
      { name: `${name}: ${peer}`, value: speed, unit, note: on },
      { name: `${name}: dates and amounts against ${peer}`, value: light / speed, unit: "times faster", note: on },
      { name: `${name}: all against ${peer}`, value: all / speed, unit: "times faster", note: on },
    );
  }
  return figures;
}

/** Milliseconds; one run goes before, so that the code is warm. */
async function median(work: () => unknown, times = rounds): Promise<number> {
  await timed(work);
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) taken.push((await timed(work)).ms);
  return quantile(taken, 0.5);
}
