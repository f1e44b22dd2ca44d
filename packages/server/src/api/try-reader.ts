import { readText } from "@qipan/policy/extraction/read";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import type { Output } from "../contract/client.ts";
import { openThreads, type ThreadPool } from "../ingest/thread-pool.ts";
import { namedLexicon, type NameList, type NamesNow, noNames } from "../names/ledger-names.ts";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";

/** 试读之文. A text that somebody typed, and its day where its words do not say it. */
export interface TriedText {
  readonly text: string;
  readonly date: string | undefined;
}

/** 试读任务. A text with the names that stand in the ledger now. */
export interface TryTask extends TriedText {
  readonly names: NameList;
}

/** 试读所得. What was read; names of places are added by who answers. */
export type Tried = Omit<Output<"tryReading">, "places">;

/** 试读者. What was read from a text. Rejects with `Crowded` while too many wait, with `ThreadFailure` when it cannot be read. */
export type TryReader = (text: TriedText) => Promise<Tried>;

/** 太挤. More texts wait than can be read soon. */
class Crowded extends Error {}
export const isCrowded = (failure: unknown): failure is Error => failure instanceof Crowded;

const limits = { seconds: 10, heapMebibytes: 512 };
const mostWaiting = 8;
const mostMentions = 20_000;
const mostReadings = 5_000;

/**
 * 开试读. Texts are read one after the other on a thread of their own: typed text is hostile until it is read, and the
 * process goes on answering. The thread starts with the first text; one that takes too long ends with it.
 */
export function tryReader(folders: LexiconFolders, names: NamesNow = async () => noNames): TryReader {
  let threads: ThreadPool<TryTask, Tried> | undefined;
  let waiting = 0;
  return async (text) => {
    if (waiting >= mostWaiting) throw new Crowded(`${waiting} texts wait to be read; try again in a few seconds`);
    waiting += 1;
    try {
      threads ??= openThreads(new URL("./try-thread.ts", import.meta.url), { size: 1, data: folders, limits });
      return await threads.run({ ...text, names: await names() });
    } finally {
      waiting -= 1;
    }
  };
}

/** 读所试. Reads a text with the lexicon and the names that came with it. */
export function triedReader(lexicon: () => Promise<Lexicon>): (task: TryTask) => Promise<Tried> {
  let lexiconWith: ReturnType<typeof namedLexicon> | undefined;
  return async ({ text, date, names }) => {
    lexiconWith ??= namedLexicon(await lexicon());
    const { profile, sentences, mentions, readings, refusals, diagnostics } = readText(text, {
      doc: "",
      date,
      lexicon: lexiconWith(names),
      trace: true,
    });
    return {
      profile,
      sentences: [...sentences],
      mentions: mentions.slice(0, mostMentions),
      readings: readings.slice(0, mostReadings),
      refusals: refusals.slice(0, mostMentions),
      diagnostics: [...diagnostics],
      found: { mentions: mentions.length, readings: readings.length },
      cut: mentions.length > mostMentions || readings.length > mostReadings || refusals.length > mostMentions,
    };
  };
}
