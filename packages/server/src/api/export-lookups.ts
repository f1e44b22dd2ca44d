import { latestRoots } from "@qipan/ledger/checkpoints";
import { placesByCodes } from "@qipan/ledger/places";
import { pointOf } from "../export/entry-export.ts";
import type { ExportLookups } from "../http/export-response.ts";
import { newestRoot } from "./status.ts";

/** 导出所查. What exports ask of the ledger besides their rows: where places lie, and the root that stands on a sheet. */
export const exportLookups: ExportLookups = {
  pointsOf: (codes, { within }) =>
    within(async (tx) => {
      const places = await placesByCodes(tx, codes);
      return new Map(
        places.flatMap(({ code, lon, lat }) => {
          const point = pointOf(lon, lat);
          return point ? [[code, point] as const] : [];
        }),
      );
    }),
  root: ({ within }) => within(async (tx) => newestRoot(await latestRoots(tx))),
};
