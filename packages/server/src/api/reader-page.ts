import { documentMarks, documentText } from "@qipan/ledger/documents";
import { readingPlaces } from "@qipan/ledger/reading-places";
import { sentencesOf } from "@qipan/ledger/sentences";
import type { Tx } from "@qipan/ledger/transaction";
import type { Document, Sentence } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import type { Page } from "@qipan/policy/records/page";
import type { ReaderSentence } from "../contract/documents.ts";
import { RequestRefused } from "../http/problem-response.ts";
import type { RereadDocument, StoredSource } from "./reread.ts";

/** Which page: `cursor` is the number of the paragraph it begins with. */
interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly reread: RereadDocument;
}

type ReaderPage = Page<ReaderSentence> & { readonly items: ReaderSentence[] };

/** 读者页. Whole paragraphs of a document, as many as `limit` sentences allow, one at least; none when it was purged. */
export async function readerPage(
  tx: Tx,
  document: Document,
  { cursor, limit, reread }: PageAsked,
): Promise<ReaderPage> {
  if (document.purged) return { items: [], total: 0, totalIsExact: true, next: null };
  const { sentences, next } = await paragraphsFrom(tx, document.id, { from: paragraphOf(cursor), limit });
  const addresses = sentences.map(({ address }) => address);
  const mentions = await reread(document, { addresses, load: () => storedSource(tx, document.id) });
  const extent = {
    from: Math.min(...sentences.map(({ start }) => start)),
    to: Math.max(...sentences.map(({ end }) => end)),
  };
  const readings = Map.groupBy(await readingPlaces(tx, document.id, extent), ({ address }) => address);
  const items = sentences.map((sentence) => ({
    ...sentence,
    mentions: [...(mentions.get(sentence.address) ?? [])],
    readings: (readings.get(sentence.address) ?? []).map(({ address: _, ...reading }) => reading),
  }));
  return { items, total: document.sentenceCount, totalIsExact: true, next };
}

async function storedSource(tx: Tx, id: Id): Promise<StoredSource | null> {
  const text = await documentText(tx, id);
  return text === null ? null : { text, marks: (await documentMarks(tx, id)) ?? [] };
}

function paragraphOf(cursor: string | undefined): number {
  if (cursor === undefined) return 1;
  if (/^[1-9]\d{0,8}$/u.test(cursor)) return Number(cursor);
  throw new RequestRefused("invalid", `Found cursor "${cursor}", expected \`next\` of the page before`);
}

/** A paragraph longer than a page is given whole. */
async function paragraphsFrom(
  tx: Tx,
  id: Id,
  { from, limit }: { from: number; limit: number },
): Promise<{ sentences: readonly Sentence[]; next: string | null }> {
  const found = await sentencesOf(tx, id, { from, limit: limit + 1 });
  if (found.length <= limit) return { sentences: found, next: null };
  const last = found.at(-1)?.paragraph ?? from;
  const whole = found.filter(({ paragraph }) => paragraph < last);
  if (whole.length > 0) return { sentences: whole, next: String(last) };
  return paragraphsFrom(tx, id, { from, limit: limit * 4 });
}
