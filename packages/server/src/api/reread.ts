import type { Lexicon } from "@qipan/policy/mention/lexicon";
import { readText } from "@qipan/policy/extraction/read";
import type { Document } from "@qipan/policy/records/document";
import type { Mention } from "@qipan/policy/records/mention";

/** 重读所得. What reading a document shows of each sentence, by its address: which kind of text it is, and its mentions. */
export interface Reread {
  readonly kinds: ReadonlyMap<string, string>;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
}

/** Reads a document again from its text; the last few are remembered. */
export type RereadDocument = (document: Document, text: string) => Promise<Reread>;

/** Documents remembered: those that people page through now. */
const mostRemembered = 6;

/**
 * 重读. Mentions are a pure function of the text, so the ledger does not keep them: they are read again when a page of the
 * reader is asked for. Remembered by the hash of the text and the day, on which the reading depends.
 */
export function rereader(lexicon: () => Promise<Lexicon>): RereadDocument {
  const remembered = new Map<string, Reread>();
  return async (document, text) => {
    const key = `${document.textSha256} ${document.date ?? ""}`;
    const reread = remembered.get(key) ?? (await readAgain(document, text, await lexicon()));
    remembered.delete(key); // put last again: the least recently asked for is the first to go
    remembered.set(key, reread);
    const [oldest] = remembered.keys();
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest);
    return reread;
  };
}

async function readAgain({ name, date }: Document, text: string, lexicon: Lexicon): Promise<Reread> {
  const { sentences, mentions } = readText(text, { doc: name, date: date ?? undefined, lexicon });
  return {
    kinds: new Map(sentences.map(({ address, kind }) => [address, kind])),
    mentions: Map.groupBy(mentions, ({ address }) => address),
  };
}
