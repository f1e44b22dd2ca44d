import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Ledger, openLedger } from "@qipan/ledger/open";
import { localOperator } from "../../packages/server/src/http/session.ts";
import { homeOf } from "../../packages/server/src/jobs/home-unit.ts";
import { intake } from "../../packages/server/src/jobs/ingest-queue.ts";
import { sightFiles } from "../../packages/server/src/jobs/sight-files.ts";
import { openWorkers } from "../../packages/server/src/jobs/workers.ts";
import { ownFolders } from "../../packages/server/src/packs/lexicon-folder.ts";
import { type Figure, type Measure, timed } from "../figure.ts";
import { madeDocument, type SampleFormat, sampleFormats } from "../made-files.ts";
import { madeSentences } from "../sample-text.ts";

const root = join(import.meta.dirname, "../..");
const folders = ownFolders(root);
const perFile = 40;
const filesAFormat = 24;
const filesHeld = 1000;
const sentencesHeld = 4;

/**
 * 收件. Files and sentences a second through the whole path (queue, reader, ledger) by format; a mixture with one process
 * and with two; and a thousand files handed in that are held already.
 */
export const ingestMeasure: Measure = {
  name: "ingest",
  seconds: 110,
  take: async (say) => {
    const folder = await mkdtemp(join(tmpdir(), "qipan-bench-"));
    const dataDirectory = join(folder, "data");
    const ledger = await openLedger({ dataDirectory, now: () => new Date(), poolSize: 6 });
    const workers = await openWorkers(ledger, folders, { concurrency: 2 });
    try {
      await takeIn(ledger, await filesOf(folder, ["docx"], 2)); // the thread has loaded its words
      const figures: Figure[] = [];
      for (const format of sampleFormats) {
        say(`ingest: ${format}`);
        const files = await filesOf(folder, [format], filesAFormat);
        figures.push(...speeds(`ingest ${format}`, await takeIn(ledger, files), `${filesAFormat} files, one process`));
      }
      figures.push(...(await mixtures(ledger, { folder, dataDirectory, say })));
      figures.push(await reimport(ledger, folder, say));
      return figures;
    } finally {
      await workers.stop();
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

/** Files taken in, the sentences they brought, and the time from the first look at them to the last end. */
interface Taken {
  readonly files: number;
  readonly sentences: number;
  readonly ms: number;
}

async function takeIn(ledger: Ledger, path: string): Promise<Taken> {
  const order = { jurisdiction: homeOf(localOperator), visibility: "draft" } as const;
  const kept = { ...order, date: null, source: null, batch: null, again: false };
  let [files, sentences] = [0, 0];
  const { ms } = await timed(async () => {
    const ground = { ledger, principal: localOperator, order: kept, onQueued: () => undefined };
    for await (const { end } of intake(sightFiles([path], path), ground)) {
      if (end.outcome !== "created" && end.outcome !== "held") throw new Error(`${end.name}: ${end.message}`);
      files += 1;
      sentences += end.sentences;
    }
  });
  return { files, sentences, ms };
}

function speeds(name: string, { files, sentences, ms }: Taken, note: string): readonly Figure[] {
  return [
    { name: `${name}: files`, value: (files / ms) * 1000, unit: "files/s", note },
    { name: `${name}: sentences`, value: (sentences / ms) * 1000, unit: "sentences/s", note },
  ];
}

interface Ground {
  readonly folder: string;
  readonly dataDirectory: string;
  readonly say: (line: string) => void;
}

async function mixtures(ledger: Ledger, { folder, dataDirectory, say }: Ground): Promise<readonly Figure[]> {
  say("ingest: all formats, one process");
  const one = await takeIn(ledger, await filesOf(folder, sampleFormats, filesAFormat));
  say("ingest: all formats, two processes");
  const second = spawn(process.execPath, [join(root, "packages/server/src/cli/main.ts"), "work", "--jobs", "2"], {
    env: { ...process.env, QIPAN_DATA: dataDirectory },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const two = await beside(second, async () => takeIn(ledger, await filesOf(folder, sampleFormats, filesAFormat)));
  const note = `${one.files} files of ${sampleFormats.length} formats`;
  return [
    ...speeds("ingest, one process", one, note),
    ...speeds("ingest, two processes", two, `${note}, the other one is qipan work on the same cores`),
  ];
}

/** Gives the second process time to load its words, works, and stops it. */
async function beside<T>(second: ChildProcess, work: () => Promise<T>): Promise<T> {
  await sleep(4000);
  try {
    return await work();
  } finally {
    second.kill("SIGINT");
    await once(second, "exit");
  }
}

async function reimport(ledger: Ledger, folder: string, say: (line: string) => void): Promise<Figure> {
  say(`ingest: ${filesHeld} files, then the same again`);
  const files = await filesOf(folder, ["txt"], filesHeld, sentencesHeld);
  await takeIn(ledger, files);
  const again = await takeIn(ledger, files);
  const note = `${again.files} small files that are held, from the first look at them to the last answer`;
  return { name: "ingest: re-import of 1,000 files", value: again.ms / 1000, unit: "s", note };
}

let made = 0;

/** A folder of new files: no sentence of them was in a file before. */
async function filesOf(
  folder: string,
  formats: readonly SampleFormat[],
  count: number,
  sentences = perFile,
): Promise<string> {
  const path = join(folder, `files-${made}`);
  await mkdir(path);
  const all = madeSentences(made + formats.length * count * sentences);
  for (const format of formats)
    for (let number = 0; number < count; number += 1) {
      const own = all.slice(made, made + sentences);
      await writeFile(join(path, `${made}.${format}`), await madeDocument(format, own));
      made += sentences;
    }
  return path;
}
