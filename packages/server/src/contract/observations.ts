import { z } from "zod";
import { entry } from "@qipan/policy/records/entry";
import { missingThings } from "@qipan/policy/indicators/verdict";
import { observation } from "@qipan/policy/records/observation";
import { page } from "@qipan/policy/records/page";
import { names } from "./entries.ts";
import { op } from "./operation.ts";
import { dayQuery, pageQuery, several } from "./paging.ts";

const topic = "observations";

export const listObservations = op({
  method: "GET",
  path: "/api/observations",
  topic,
  summary: "Values of indicators by region, period, series and vintage",
  role: null,
  query: z.object({
    indicator: several.optional(),
    region: several.optional(),
    series: z.string().max(200).optional(),
    from: dayQuery.asOf,
    to: dayQuery.asOf,
    ...dayQuery,
    ...pageQuery,
  }),
  response: page(observation),
  formats: ["json", "csv", "xlsx"],
});

/** 判定. Met, not met or cannot tell, with the shortest arithmetic that decides and what is missing. */
export const verdict = z.object({
  target: entry,
  outcome: z.enum(["met", "not-met", "cannot-tell"]),
  observation: observation.nullable(),
  arithmetic: z.string(),
  missing: z.enum(missingThings).nullable(),
});
export type Verdict = z.infer<typeof verdict>;

/** 监测行. One indicator with its headline values; `latest` has the newest value of each region that has one. */
export const monitoringRow = z.object({
  indicator: entry,
  latest: z.record(z.string(), observation),
  trend: z.record(
    z.string(),
    z.array(z.object({ period: z.string(), year: z.number(), nominal: z.number(), confidence: z.string() })),
  ),
  verdicts: z.array(verdict),
  held: z.int().nonnegative(),
  recalled: z.int().nonnegative(),
});
export type MonitoringRow = z.infer<typeof monitoringRow>;

export const listMonitoring = op({
  method: "GET",
  path: "/api/monitoring",
  topic,
  summary: "Catalogue of indicators with headline values of the three places, targets and verdicts",
  role: null,
  query: z.object({ domain: several.optional(), q: z.string().max(200).optional(), ...dayQuery, ...pageQuery }),
  response: page(monitoringRow),
  formats: ["json", "csv", "xlsx"],
});

export const getIndicator = op({
  method: "GET",
  path: "/api/monitoring/{key}",
  topic,
  summary: "One indicator: definition, every value held, targets with verdicts",
  role: null,
  params: z.object({ key: z.string().min(1).max(120) }),
  query: z.object(dayQuery),
  response: z.object({
    row: monitoringRow,
    observations: z.array(observation),
    names,
  }),
});
