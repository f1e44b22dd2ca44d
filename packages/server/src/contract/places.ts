import { z } from "zod";
import { calendarDate, id } from "@qipan/policy/records/identity";
import { page } from "@qipan/policy/records/page";
import { op } from "./operation.ts";
import { dayQuery, pageQuery } from "./paging.ts";

/** 地点. A division, zone or site; coordinates in WGS 84, null where not held. */
export const place = z.object({
  code: z.string(),
  zh: z.string(),
  en: z.string().nullable(),
  level: z.string(),
  parent: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  aliases: z.array(z.string()),
  coordinateBasis: z.string().nullable(),
  confidence: z.string(),
  source: z.string().nullable(),
});
export type Place = z.infer<typeof place>;

export const listPlaces = op({
  method: "GET",
  path: "/api/places",
  topic: "places",
  summary: "Divisions, zones and sites with codes, parents and coordinates",
  role: null,
  query: z.object({
    level: z.string().max(40).optional(),
    parent: z.string().optional(),
    q: z.string().max(100).optional(),
    ...pageQuery,
  }),
  response: page(place),
  formats: ["json", "csv", "xlsx", "geojson"],
});

/** 区划沿革. What a place was called and where it lay in a span of time; the entry says on what evidence. */
const pastDivision = z.object({
  entry: id,
  name: z.string(),
  parent: z.object({ code: z.string(), zh: z.string(), en: z.string().nullable() }).nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  note: z.string().nullable(),
});

export const getPlace = op({
  method: "GET",
  path: "/api/places/{code}",
  topic: "places",
  summary: "One place: its names, and what it was called and where it lay on a day",
  role: null,
  params: z.object({ code: z.string().max(60) }),
  query: z.object({ asOf: dayQuery.asOf }),
  response: z.object({
    place,
    asOf: calendarDate,
    /** Every row held, oldest first. */
    history: z.array(pastDivision),
    /** Rows that may hold on the day; more than one where the change is known to the month or year only. */
    onDay: z.array(pastDivision),
    /** Other names from the register of names. */
    names: z.array(
      z.object({
        entry: id,
        name: z.string(),
        sort: z.string(),
        validFrom: z.string().nullable(),
        validTo: z.string().nullable(),
      }),
    ),
  }),
});
