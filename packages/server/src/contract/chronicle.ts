import { z } from "zod";
import { entry } from "@qipan/policy/records/entry";
import { names } from "./entries.ts";
import { op } from "./operation.ts";
import { dayQuery, several } from "./paging.ts";

export const getChronicle = op({
  method: "GET",
  path: "/api/chronicle",
  topic: "chronicle",
  summary: "One year of the chronicle in order, with how the years, fields and places are filled",
  role: null,
  query: z.object({
    year: z.coerce.number().int().min(1900).max(2200).optional(),
    domain: several.optional(),
    ...dayQuery,
  }),
  response: z.object({
    year: z.int().nullable(),
    years: z.array(z.object({ year: z.int(), count: z.int() })),
    events: z.array(entry),
    domains: z.array(z.object({ value: z.string().nullable(), count: z.int() })),
    places: z.array(z.object({ value: z.string(), count: z.int() })),
    names,
  }),
});
