import { z } from "zod";
import { text, wholeBetween } from "./cell.ts";

/** 实际车次. A train of one real day, clipped to the stations of the network. */
export const tripRow = z.object({ tripId: text, stops: wholeBetween(2, 200), fromId: text, toId: text });
export type TripRow = z.output<typeof tripRow>;

/** 停站时刻. Minutes after midnight, past 1440 after the next midnight. */
export const stopTimeRow = z.object({
  tripId: text,
  seq: wholeBetween(1, 200),
  stationId: text,
  arrMin: wholeBetween(0, 2880),
  depMin: wholeBetween(0, 2880),
});
export type StopTimeRow = z.output<typeof stopTimeRow>;
