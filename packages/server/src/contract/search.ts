import { z } from "zod";
import { id } from "@qipan/policy/records/identity";
import { page } from "@qipan/policy/records/page";
import { op } from "./operation.ts";
import { pageQuery, several } from "./paging.ts";

const marks = z.array(z.tuple([z.int(), z.int()]));

/** 命中. A sentence or an entry with the places of the words in its text. */
export const hit = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("sentence"),
    document: id,
    documentName: z.string(),
    address: z.string(),
    text: z.string(),
    marks,
  }),
  z.object({
    type: z.literal("entry"),
    id,
    kind: z.string(),
    title: z.string(),
    titleEn: z.string().nullable(),
    text: z.string(),
    marks,
  }),
]);
export type Hit = z.infer<typeof hit>;

export const searchAll = op({
  method: "GET",
  path: "/api/search",
  topic: "search",
  summary: "Words in sentences and entries, with highlights and facets",
  role: null,
  query: z.object({
    q: z.string().trim().min(1).max(100),
    scope: z.enum(["all", "sentences", "entries"]).default("all"),
    kind: several.optional(),
    document: id.optional(),
    /** Only the words as given, not the other names of what they name. */
    literal: z.stringbool().default(false),
    versions: z
      .enum(["newest", "all"])
      .default("newest")
      .meta({ description: "Sentences of corrected documents: of the newest version only, or of all" }),
    ...pageQuery,
  }),
  response: page(hit).extend({
    facets: z.object({ kind: z.array(z.object({ value: z.string(), count: z.int() })) }),
    /** Other names of what the words name, which were searched too. */
    alsoSearched: z.array(z.string()),
  }),
});
