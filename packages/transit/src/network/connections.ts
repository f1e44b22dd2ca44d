import { z } from "zod";
import { day, oneOf, optionalText, text, wholeBetween } from "./cell.ts";
import { provenance } from "./provenance.ts";

const MODES = ["metro", "road", "walk"] as const;

/** 跨站换乘. Change between two stations of a city, either way; minutes platform to platform, without boarding buffer. */
export const transferRow = z.object({
  fromId: text,
  toId: text,
  fromZh: text,
  toZh: text,
  minutes: wholeBetween(1, 300),
  mode: oneOf(MODES),
  validFrom: day,
  ...provenance,
});
export type TransferRow = z.output<typeof transferRow>;

/** 接驳. From the centre of a city to a station and back; buffer is security and ticket gate before departure. */
export const accessRow = z.object({
  stationId: text,
  nameZh: text,
  centreId: text,
  mode: oneOf(MODES),
  accessMin: wholeBetween(3, 240),
  egressMin: wholeBetween(1, 240),
  boardingBufferMin: wholeBetween(3, 60),
  alightWalkMin: wholeBetween(0, 60),
  /** `recalled`, or the rule on distance that gave the minutes. */
  method: text,
  ...provenance,
});
export type AccessRow = z.output<typeof accessRow>;

/** 公布时分. Fastest time that was announced or timetabled, to compare with what the services give. */
export const publishedTimeRow = z.object({
  fromId: text,
  toId: text,
  fromZh: text,
  toZh: text,
  minutes: wholeBetween(1, 1440),
  asOf: day,
  source: provenance.source,
  note: optionalText,
});
export type PublishedTimeRow = z.output<typeof publishedTimeRow>;
