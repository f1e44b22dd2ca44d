import { z } from "zod";
import { entry, entryKind } from "@qipan/policy/records/entry";
import { calendarDate, id } from "@qipan/policy/records/identity";
import { names } from "./entries.ts";
import { monitoringRow } from "./observations.ts";
import { op } from "./operation.ts";
import { dayQuery } from "./paging.ts";

/** 子. One project on the board: field by place, black when finished as of the day. */
const stone = z.object({
  id,
  title: z.string(),
  titleEn: z.string().nullable(),
  domain: z.string(),
  column: z.enum(["110000", "120000", "130000", "across"]),
  state: z.enum(["done", "recent", "building", "planned"]),
  finish: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  confidence: z.string(),
});

export const getBoard = op({
  method: "GET",
  path: "/api/board",
  topic: "board",
  summary: "The programme on one page as of a day: counts, projects by field and place, indicators, newest events",
  role: null,
  query: z.object(dayQuery),
  response: z.object({
    asOf: calendarDate,
    counts: z.array(z.object({ kind: entryKind, count: z.int() })),
    documents: z.int(),
    sentences: z.int(),
    observations: z.int(),
    pendingReadings: z.int(),
    recalled: z.object({ entries: z.int(), observations: z.int() }),
    stones: z.array(stone),
    milestones: z.array(z.object({ year: z.int(), count: z.int() })),
    stages: z.array(z.object({ year: z.int(), met: z.int(), notMet: z.int(), cannotTell: z.int() })),
    headlines: z.array(monitoringRow),
    events: z.array(entry),
    names,
  }),
});
