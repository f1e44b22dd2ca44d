import { entriesByKeys, entriesPage } from "@qipan/ledger/entry-queries";
import { observationsOf, observationsPage } from "@qipan/ledger/observation-queries";
import type { Handlers } from "../http/handlers.ts";
import { entryFilter } from "./entry-filter.ts";
import { held } from "./held.ts";
import { monitoringRows } from "./monitoring-rows.ts";
import { namesFor, namesOf } from "./names.ts";
import { plainPage } from "./plain-page.ts";

/** 监测. The catalogue of indicators, one indicator, and single values. */
export const observationHandlers: Pick<Handlers, "listObservations" | "listMonitoring" | "getIndicator"> = {
  listObservations: ({ query: { indicator, region, cursor, limit, asOf, ...query } }, { within, today }) =>
    within(async (tx) => {
      const filter = { ...query, indicators: indicator, regions: region, asOf: asOf ?? today };
      return plainPage(await observationsPage(tx, { ...filter, cursor: cursor ?? null, limit }));
    }),

  listMonitoring: ({ query: { cursor, limit, ...query } }, { within, today, demonstration }) =>
    within(async (tx) => {
      const filter = entryFilter({ kind: "indicator", ...query }, today);
      const page = await entriesPage(tx, { ...filter, sort: "title", cursor: cursor ?? null, limit });
      const terms = { asOf: query.asOf ?? today, knownOn: query.knownOn, includeRecalled: demonstration };
      return { ...page, items: [...(await monitoringRows(tx, page.items, terms))] };
    }),

  getIndicator: ({ params: { key }, query: { asOf, knownOn } }, { within, today, demonstration }) =>
    within(async (tx) => {
      const indicator = held((await entriesByKeys(tx, "indicator", [key]))[0], "indicator", key);
      const terms = { asOf: asOf ?? today, knownOn, includeRecalled: demonstration };
      const row = held((await monitoringRows(tx, [indicator], terms))[0], "indicator", key);
      const observations = [...(await observationsOf(tx, { indicators: [key], asOf: terms.asOf, knownOn }))];
      const regions = { keys: [], codes: observations.map(({ region }) => region) };
      const names = {
        ...(await namesFor(tx, regions)),
        ...(await namesOf(
          tx,
          row.verdicts.map(({ target }) => target),
        )),
      };
      return { row, observations, names };
    }),
};
