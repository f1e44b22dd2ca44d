import { type Place as HeldPlace, placesPage } from "@qipan/ledger/places";
import type { Place } from "../contract/places.ts";
import type { Handlers } from "../http/handlers.ts";

/** 地点. Divisions, zones and sites. */
export const placeHandlers: Pick<Handlers, "listPlaces"> = {
  listPlaces: ({ query: { level, parent, q, cursor, limit } }, { within }) =>
    within(async (tx) => {
      const page = await placesPage(tx, { level, parent, q, cursor: cursor ?? null, limit });
      return { ...page, items: page.items.map(shown) };
    }),
};

function shown({ code, nameZh, nameEn, aliasesZh, coordBasis, ...place }: HeldPlace): Place {
  const { level, parent, lon, lat, confidence, source } = place;
  const names = { code, zh: nameZh, en: nameEn || null, aliases: [...aliasesZh] };
  return { ...names, level, parent, lon, lat, coordinateBasis: coordBasis || null, confidence, source: source || null };
}
