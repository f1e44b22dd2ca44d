import { readText } from "@qipan/policy/extraction/read";
import type { Lexicon } from "@qipan/policy/mention/lexicon";
import type { Document } from "@qipan/policy/records/document";
import type { Mention } from "@qipan/policy/records/mention";
import type { SourceMark } from "@qipan/policy/records/source-text";
import { openThreads, type ThreadPool } from "../ingest/thread-pool.ts";
import { namedLexicon, type NameList, type NamesNow, noNames } from "../names/ledger-names.ts";
import type { LexiconFolders } from "../packs/lexicon-folder.ts";
import { type Remembered, remembering } from "./remembering.ts";

/** 存文. The text of a held document and what its file said of its structure. */
export interface StoredSource {
  readonly text: string;
  readonly marks: readonly SourceMark[];
}

/** What is asked of a document: the mentions of these sentences; `load` gives its text, should it have to be read again. */
export interface RereadQuestion {
  readonly addresses: readonly string[];
  readonly load: () => Promise<StoredSource | null>;
}

/** 重读. Mentions of sentences of a document by address; none when it was purged. */
export type RereadDocument = (document: Document, question: RereadQuestion) => Promise<MentionsByAddress>;

export type MentionsByAddress = ReadonlyMap<string, readonly Mention[]>;

/** 重读任务. A document by a key of its own, the sentences asked for, and what to read when it is not remembered. */
export interface RereadTask {
  readonly key: string;
  readonly names: NameList;
  readonly addresses: readonly string[];
  readonly source: (StoredSource & { readonly doc: string; readonly date: string | undefined }) | null;
}

/** Mentions asked for; null when the document is not remembered and no text came with the question. */
export type RereadAnswer = MentionsByAddress | null;

/** Texts up to this length are read here; longer ones on a thread, so that the process goes on answering. */
const longText = 100_000;

/**
 * 重读者. Mentions are a pure function of the text, so the ledger does not keep them: they are read again when a page of the
 * reader is asked for, once a document: the last few are remembered by the hash of the text and the day, on which the
 * reading depends. Long documents are read and remembered on a thread; only the mentions asked for come over.
 */
export function rereader(
  lexicon: () => Promise<Lexicon>,
  folders: LexiconFolders,
  names: NamesNow = async () => noNames,
): RereadDocument {
  const here = rememberingReader(lexicon);
  let threads: ThreadPool<RereadTask, RereadAnswer> | undefined;
  const onThread = (): ThreadPool<RereadTask, RereadAnswer> =>
    (threads ??= openThreads(new URL("./reread-thread.ts", import.meta.url), { size: 1, data: folders }));
  return async (document, { addresses, load }) => {
    const answer = document.textLength <= longText ? here : onThread().run;
    const list = await names();
    const question = { key: `${document.textSha256} ${document.date ?? ""} ${list.edition}`, names: list, addresses };
    const known = await answer({ ...question, source: null });
    if (known) return known;
    const stored = await load();
    if (stored === null) return new Map();
    const source = { ...stored, doc: document.name, date: document.date ?? undefined };
    return (await answer({ ...question, source })) ?? new Map();
  };
}

/** 记忆之读. Answers questions about documents, each read once as long as it is remembered. */
export function rememberingReader(lexicon: () => Promise<Lexicon>): (task: RereadTask) => Promise<RereadAnswer> {
  const remembered: Remembered<Promise<MentionsByAddress>> = remembering({ most: 8, mostWeight: 20_000_000 });
  let lexiconWith: ReturnType<typeof namedLexicon> | undefined;
  return async ({ key, names, addresses, source }) => {
    const held = remembered.get(key);
    if (!held && !source) return null;
    lexiconWith ??= namedLexicon(await lexicon());
    const reading = held ?? readAgain(source ?? { text: "", marks: [], doc: "", date: undefined }, lexiconWith(names));
    if (!held) remembered.put(key, reading, source?.text.length ?? 0);
    const all = await reading;
    return new Map(addresses.flatMap((address) => (all.has(address) ? [[address, all.get(address) ?? []]] : [])));
  };
}

async function readAgain(
  { text, marks, doc, date }: NonNullable<RereadTask["source"]>,
  lexicon: Lexicon,
): Promise<MentionsByAddress> {
  const { mentions } = readText(text, { doc, date, lexicon }, marks);
  return Map.groupBy(mentions, ({ address }) => address);
}
