import { type Hit as LedgerHit, search } from "@qipan/ledger/search";
import type { Hit } from "../contract/search.ts";
import type { Handlers } from "../http/handlers.ts";

/** 搜索. Words in sentences and entries. */
export const searchHandlers: Pick<Handlers, "searchAll"> = {
  searchAll: ({ query: { q, scope, kind, document, literal, versions, cursor, limit } }, { within }) =>
    within(async (tx) => {
      const { items, facets, alsoSearched, ...page } = await search(tx, {
        q,
        scope,
        kinds: kind,
        document,
        literal,
        everyVersion: versions === "all",
        cursor: cursor ?? null,
        limit,
      });
      return { ...page, items: items.map(shown), facets: { kind: [...facets.kind] }, alsoSearched: [...alsoSearched] };
    }),
};

function shown(hit: LedgerHit): Hit {
  return { ...hit, marks: hit.marks.map(([start, end]) => [start, end]) };
}
