import { z } from "zod";
import { cell, dayOrMonth, oneOf, optionalBetween, optionalDay, optionalText, text } from "./cell.ts";
import { CONFIDENCES } from "./provenance.ts";

/** 六位区划代码. Division code of GB/T 2260. */
const divisionCode = cell("a division code of six digits", (written) => (/^\d{6}$/u.test(written) ? written : null));

/** 车站状态. */
export const STATION_STATUSES = ["open", "construction", "planned", "closed"] as const;

/** 车站种类. A `gateway` lies just outside the region, where long-distance trains are cut off. */
export const STATION_KINDS = ["hub", "hsr", "intercity", "conventional", "suburban", "gateway", "planned"] as const;

/** 车站. Degrees WGS84; a point that stands under other terms is in the table of station coordinates instead. */
export const stationRow = z.object({
  /** Telegraph code of 12306, or `X_…` for a planned station. */
  stationId: text,
  nameZh: text,
  nameEn: text,
  lon: optionalBetween(-180, 180),
  lat: optionalBetween(-90, 90),
  cityCode: divisionCode,
  cityZh: text,
  adcode: divisionCode,
  kind: oneOf(STATION_KINDS),
  inRegion: oneOf(["0", "1"]),
  opened: dayOrMonth,
  closed: optionalDay,
  status: oneOf(STATION_STATUSES),
  coordSource: optionalText,
  licence: optionalText,
  coordConfidence: oneOf(["", ...CONFIDENCES]),
  openedConfidence: oneOf(CONFIDENCES),
  note: optionalText,
});
export type StationRow = z.output<typeof stationRow>;
