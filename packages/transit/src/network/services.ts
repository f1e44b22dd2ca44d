import { z } from "zod";
import { clock, day, members, minutes, oneOf, optionalDay, text, wholeBetween } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 开行依据. How a pattern is known; `scenario` is a planned line whose timetable is assumed. */
export const SERVICE_BASES = [
  "observed",
  "observed-pattern",
  "observed+backcast",
  "observed-sample",
  "curated",
  "scenario",
] as const;

/** 开行方案. A stop pattern with run and dwell minutes, so many departures a day in each direction. */
export const serviceRow = z.object({
  serviceId: text,
  class: oneOf(["EMU", "CONV", "SUB", "EXPRESS"]),
  stops: members(">"),
  stopsZh: members(">"),
  /** One number less than stops. */
  runMin: minutes(1, 1440),
  /** As many as stops; 0 at both ends. */
  dwellMin: minutes(0, 90),
  depPerDayEachDir: wholeBetween(1, 500),
  /** Minutes after midnight. */
  firstDep: clock,
  lastDep: clock,
  bidirectional: oneOf(["0", "1"]),
  lineIds: members("/"),
  validFrom: day,
  /** Last day, or null: still valid. */
  validTo: optionalDay,
  basis: oneOf(SERVICE_BASES),
  evidenceDate: optionalDay,
  source: provenance.source,
  licence: text,
  confidence: provenance.confidence,
});
export type ServiceRow = z.output<typeof serviceRow>;
