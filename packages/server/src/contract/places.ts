import { z } from "zod";
import { page } from "@qipan/policy/records/page";
import { op } from "./operation.ts";
import { pageQuery } from "./paging.ts";

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
