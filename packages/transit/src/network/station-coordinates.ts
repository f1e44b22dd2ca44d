import { z } from "zod";
import { numberBetween, oneOf, text } from "./cell.ts";
import { CONFIDENCES } from "./provenance.ts";

/** 车站坐标. Points that stand under terms of their own (ODbL), apart from the table of stations. Degrees WGS84. */
export const stationCoordinateRow = z.object({
  stationId: text,
  lon: numberBetween(-180, 180),
  lat: numberBetween(-90, 90),
  coordSource: text,
  coordConfidence: oneOf(CONFIDENCES),
  licence: text,
});
export type StationCoordinateRow = z.output<typeof stationCoordinateRow>;
