import type { Id } from "@qipan/policy/records/identity";
import { exactTotalLimit, type Page } from "@qipan/policy/records/page";
import { countEntries, type EntryHit, entryHits } from "./search/entry-hits.ts";
import { cursorOf, type Place, placeOf } from "./search/place.ts";
import { countSentences, type SentenceHit, sentenceHits } from "./search/sentence-hits.ts";
import { otherNames } from "./names.ts";
import { type OtherNames, searchQuery, searchWords } from "./search-terms.ts";
import type { Tx } from "./transaction.ts";

/** 检索要求. Words parted by spaces, all of which must be found; `kinds` are kinds of entries, or `sentence`. */
export interface SearchRequest {
  readonly q: string;
  readonly scope: "all" | "sentences" | "entries";
  readonly kinds?: readonly string[] | undefined;
  readonly document?: Id | undefined;
  readonly cursor?: string | null | undefined;
  readonly limit: number;
  /** Only the words as given, not the other names of what they name. */
  readonly literal?: boolean | undefined;
  /** Older versions of corrected documents too. */
  readonly everyVersion?: boolean | undefined;
}

/** 命中. */
export type Hit = SentenceHit | EntryHit;

/** 计数项. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** 检索结果. A page of hits; `facets.kind` counts all hits by kind, whatever kinds were asked for. */
export interface SearchResult extends Page<Hit> {
  readonly facets: { readonly kind: readonly Facet[] };
  /** Other names of what the words name, which were searched too. */
  readonly alsoSearched: readonly string[];
}

/** Kind under which sentences are counted beside the kinds of entries. */
const sentenceKind = "sentence";

/**
 * 检索. Entries before sentences; of entries those that carry all words in their title first, then the newest; of
 * sentences those of the newest document first, in the order of its text. Only what the principal sees is found and
 * counted. Totals are exact to 10,000, and so many hits can be paged through. No words find nothing.
 */
export async function search(tx: Tx, request: SearchRequest): Promise<SearchResult> {
  const others: OtherNames = request.literal ? new Map() : await otherNames(tx, searchWords(request.q));
  const query = searchQuery(request.q, others);
  if (query === null)
    return { items: [], total: 0, totalIsExact: true, next: null, facets: { kind: [] }, alsoSearched: [] };
  const facets = await countKinds(tx, query, request);
  const counted = facets.filter(({ value }) => isAsked(value, request)).reduce((sum, { count }) => sum + count, 0);
  const alsoSearched = [...others.values()].flat();
  const { items, next } = await pageOfHits(tx, { query, shown: [request.q, ...alsoSearched].join(" ") }, request);
  const total = Math.min(counted, exactTotalLimit);
  return {
    items,
    next,
    total,
    totalIsExact: counted <= exactTotalLimit,
    facets: { kind: facets.filter(({ count }) => count > 0) },
    alsoSearched,
  };
}

function isAsked(kind: string, { kinds }: SearchRequest): boolean {
  return kinds === undefined || kinds.length === 0 || kinds.includes(kind);
}

/** Entries are not part of a document, so a search within one looks at its sentences alone. */
function looksAtEntries({ scope, document }: SearchRequest): boolean {
  return scope !== "sentences" && document === undefined;
}

function looksAtSentences(request: SearchRequest): boolean {
  return request.scope !== "entries" && isAsked(sentenceKind, request);
}

async function countKinds(tx: Tx, query: string, request: SearchRequest): Promise<readonly Facet[]> {
  const entries = looksAtEntries(request) ? await countEntries(tx, query) : [];
  if (request.scope === "entries") return entries;
  return [...entries, { value: sentenceKind, count: await countSentences(tx, query, request) }];
}

async function pageOfHits(
  tx: Tx,
  { query, shown }: { readonly query: string; readonly shown: string },
  request: SearchRequest,
): Promise<{ items: readonly Hit[]; next: string | null }> {
  const from = request.cursor ? placeOf(request.cursor) : undefined;
  const wanted = Math.min(Math.max(request.limit, 1), 1000) + 1;
  const found: { readonly hit: Hit; readonly place: Place }[] = [];
  if (looksAtEntries(request) && from?.[0] !== "s") {
    const kinds = request.kinds?.length ? request.kinds : undefined;
    found.push(...(await entryHits(tx, query, { q: request.q, shown, kinds, from, limit: wanted })));
  }
  if (looksAtSentences(request) && found.length < wanted) {
    const after = from?.[0] === "s" ? from : undefined;
    found.push(
      ...(await sentenceHits(tx, query, {
        q: shown,
        document: request.document,
        everyVersion: request.everyVersion,
        from: after,
        limit: wanted - found.length,
      })),
    );
  }
  const items = found.slice(0, wanted - 1);
  const last = found.length === wanted ? items.at(-1) : undefined;
  return { items: items.map(({ hit }) => hit), next: last === undefined ? null : cursorOf(last.place) };
}
