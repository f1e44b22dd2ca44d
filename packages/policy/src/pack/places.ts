import { z } from "zod";
import { cell, members, oneOf, optionalDecimal, optionalText, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 地方层级. Divisions of GB/T 2260 from nation to county, then zones (新区 开发区) and single sites. */
export const PLACE_LEVELS = ["nation", "region", "province", "prefecture", "county", "zone", "site"] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** 坐标依据. `seat` 驻地, `centre` 市中心 from memory, `C1` `C2` the two licensed point sets, `approx` good to 1–5 km. */
export const COORDINATE_BASES = ["", "seat", "centre", "C1", "C2", "approx"] as const;

/** 地方代码. Six digits of GB/T 2260, capitals for joint spaces (`JJJ`, `CN`), or an id of ours (`zone-…`, `site-…`). */
export const placeCode = cell("six digits, two or three capitals, or zone-… / site-…", (written) =>
  /^(?:\d{6}|[A-Z]{2,3}|(?:zone|site)(?:-[a-z0-9]+)+)$/u.test(written) ? written : null,
);

/** 地方. One division, zone or site; coordinates WGS84 degrees. */
export const placeRow = z.object({
  code: placeCode,
  nameZh: text,
  nameEn: text,
  level: oneOf(PLACE_LEVELS),
  parent: optionalText,
  lon: optionalDecimal,
  lat: optionalDecimal,
  aliasesZh: members,
  coordBasis: oneOf(COORDINATE_BASES),
  ...provenance,
});
export type PlaceRow = z.output<typeof placeRow>;
