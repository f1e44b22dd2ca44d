import { documentText } from "@qipan/ledger/documents";
import { readingsPage } from "@qipan/ledger/readings";
import { sentencesOf } from "@qipan/ledger/sentences";
import type { Tx } from "@qipan/ledger/transaction";
import type { Document, Sentence } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import type { Page } from "@qipan/policy/records/page";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { ReaderSentence } from "../contract/documents.ts";
import { RequestRefused } from "../http/problem-response.ts";
import type { RereadDocument } from "./reread.ts";

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
  const text = await documentText(tx, document.id);
  if (text === null) return { items: [], total: 0, totalIsExact: true, next: null };
  const { sentences, next } = await paragraphsFrom(tx, document.id, { from: paragraphOf(cursor), limit });
  const { kinds, mentions } = await reread(document, text);
  const readings = Map.groupBy(await readingsIn(tx, document, sentences), ({ address }) => address);
  const items = sentences.map((sentence) => ({
    ...sentence,
    kind: kinds.get(sentence.address) ?? "prose",
    mentions: [...(mentions.get(sentence.address) ?? [])],
    readings: (readings.get(sentence.address) ?? []).map(({ id, type, state, start, end, entry }) => ({
      id,
      type,
      state,
      start,
      end,
      entry,
    })),
  }));
  return { items, total: document.sentenceCount, totalIsExact: true, next };
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

/** Readings that begin in the sentences, which stand in order of the text. */
async function readingsIn(tx: Tx, { id }: Document, sentences: readonly Sentence[]): Promise<readonly StoredReading[]> {
  const end = sentences.at(-1)?.end ?? 0;
  const found: StoredReading[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<StoredReading> = await readingsPage(tx, { document: id, cursor, limit: 1000 });
    found.push(...page.items);
    cursor = (page.items.at(-1)?.start ?? end) < end ? page.next : null;
  } while (cursor !== null);
  return found;
}
