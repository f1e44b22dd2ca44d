import { z } from "zod";
import { factCluster, factVerdicts } from "@qipan/policy/records/statement";
import { op } from "./operation.ts";

/** Clusters of one answer: what a person can look through. */
const most = 500;

export const listFacts = op({
  method: "GET",
  path: "/api/facts",
  topic: "facts",
  summary: "What several documents state of one fact, and whether they agree",
  role: null,
  query: z.object({
    verdict: z.enum(factVerdicts).optional(),
    document: z.uuid().optional(),
    limit: z.coerce.number().int().min(1).max(most).default(100),
  }),
  response: z.object({
    clusters: z.array(factCluster),
    /** Names of the divisions that the codes of regions mean. */
    places: z.record(z.string(), z.string()),
    /** Clusters with each verdict, whatever was asked for. */
    counts: z.record(z.enum(factVerdicts), z.int().nonnegative()),
    /** Clusters that fit what was asked for, shown or not. */
    total: z.int().nonnegative(),
    statements: z.int().nonnegative(),
    documents: z.int().nonnegative(),
    cut: z.boolean(),
  }),
});
