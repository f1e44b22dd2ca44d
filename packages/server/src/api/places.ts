import { entriesPage } from "@qipan/ledger/entry-queries";
import { type Place as HeldPlace, placeByCode, placesByCodes, placesPage } from "@qipan/ledger/places";
import type { Tx } from "@qipan/ledger/transaction";
import { type DivisionFields, divisionsOn } from "@qipan/policy/records/division";
import type { Entry } from "@qipan/policy/records/entry";
import type { FieldsOf } from "@qipan/policy/records/registers";
import type { Output } from "../contract/client.ts";
import type { Place } from "../contract/places.ts";
import type { Handlers } from "../http/handlers.ts";
import { held } from "./held.ts";

/** 地点. Divisions, zones and sites. */
export const placeHandlers: Pick<Handlers, "listPlaces" | "getPlace"> = {
  listPlaces: ({ query: { level, parent, q, cursor, limit } }, { within }) =>
    within(async (tx) => {
      const page = await placesPage(tx, { level, parent, q, cursor: cursor ?? null, limit });
      return { ...page, items: page.items.map(shown) };
    }),
  getPlace: ({ params: { code }, query: { asOf } }, { within, today }) =>
    within(async (tx) => {
      const found = held(await placeByCode(tx, code), "place", code);
      const history = await divisionsOf(tx, code);
      const day = asOf ?? today;
      const names = await namesOf(tx, code);
      return {
        place: shown(found),
        asOf: day,
        history: history.map(pastOf),
        onDay: divisionsOn(history, day).map(pastOf),
        names,
      };
    }),
};

type Past = Output<"getPlace">["history"][number];
type Division = DivisionFields & { readonly entry: Past["entry"]; readonly lay: Past["parent"] };

/** Rows of a place in order of time. No place has as many as a page holds. */
async function divisionsOf(tx: Tx, code: string): Promise<readonly Division[]> {
  const { items } = await entriesPage(tx, { kind: "division", where: { place: [code] }, sort: "title", limit: 200 });
  const rows = items.map((entry) => ({ entry: entry.id, fields: fieldsOf(entry, "division") }));
  const parents = await placesByCodes(tx, [...new Set(rows.flatMap(({ fields }) => fields.parent ?? []))]);
  const named = new Map(parents.map((parent) => [parent.code, parent]));
  return rows
    .map(({ entry, fields }): Division => {
      const parent = fields.parent === null ? undefined : named.get(fields.parent);
      return {
        ...fields,
        entry,
        lay: parent ? { code: parent.code, zh: parent.nameZh, en: parent.nameEn || null } : null,
      };
    })
    .sort((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
}

function pastOf({ entry, title, lay, validFrom, validTo, note }: Division): Past {
  return { entry, name: title, parent: lay, validFrom, validTo, note };
}

async function namesOf(tx: Tx, code: string): Promise<Output<"getPlace">["names"]> {
  const { items } = await entriesPage(tx, { kind: "alias", where: { place: [code] }, sort: "title", limit: 200 });
  return items.map((entry) => {
    const { title, aliasSort, validFrom, validTo } = fieldsOf(entry, "alias");
    return { entry: entry.id, name: title, sort: aliasSort, validFrom, validTo };
  });
}

/** The ledger checks fields by kind when it writes. */
function fieldsOf<K extends "alias" | "division">(entry: Entry, _kind: K): FieldsOf<K> {
  return entry.fields as FieldsOf<K>;
}

function shown({ code, nameZh, nameEn, aliasesZh, coordBasis, ...place }: HeldPlace): Place {
  const { level, parent, lon, lat, confidence, source } = place;
  const names = { code, zh: nameZh, en: nameEn || null, aliases: [...aliasesZh] };
  return { ...names, level, parent, lon, lat, coordinateBasis: coordBasis || null, confidence, source: source || null };
}
