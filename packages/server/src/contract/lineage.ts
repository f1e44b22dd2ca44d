import { z } from "zod";
import { id } from "@qipan/policy/records/identity";
import { lineageGraph } from "@qipan/policy/records/lineage";
import { op } from "./operation.ts";
import { dayQuery } from "./paging.ts";

const topic = "lineage";

export const getLineage = op({
  method: "GET",
  path: "/api/lineage",
  topic,
  summary: "Plans and documents with what they serve, implement and replace; all of them or those around one",
  role: null,
  query: z.object({
    root: z.string().max(300).optional().meta({ description: "Key of a plan, id of a document, or key of a node" }),
    depth: z.coerce.number().int().min(1).max(10).default(3).meta({ description: "Steps away from the root" }),
    asOf: dayQuery.asOf,
  }),
  response: lineageGraph,
  errors: ["not-found"],
});

export const getDocumentLineage = op({
  method: "GET",
  path: "/api/documents/{id}/lineage",
  topic,
  summary: "What a document serves, implements and replaces, and what says the same of it",
  role: null,
  params: z.object({ id }),
  query: z.object({ depth: z.coerce.number().int().min(1).max(10).default(2), asOf: dayQuery.asOf }),
  response: lineageGraph,
});

/** 宣布与收录. How many parts are declared, how many of them are known by title, of how many a text is held. */
export const declaration = z.object({
  of: z.object({ key: z.string(), title: z.string() }),
  count: z.int().positive(),
  what: z.string(),
  /** `address` and `sentence` are null where an officer says so; `quote` is then the reason. */
  evidence: z.object({
    document: id,
    documentName: z.string(),
    address: z.string().nullable(),
    quote: z.string(),
    sentence: z.string().nullable(),
  }),
  /** Null where no register counts such parts: how many are known cannot be told. */
  known: z.int().nonnegative().nullable(),
  held: z.int().nonnegative().nullable(),
  parts: z.array(
    z.object({
      id,
      key: z.string(),
      title: z.string(),
      held: z.boolean(),
      confidence: z.enum(["verified", "recalled"]),
    }),
  ),
  /** Parts that are declared and known by no title. */
  unnamed: z.int().nonnegative().nullable(),
});
export type Declaration = z.infer<typeof declaration>;

export const listDeclared = op({
  method: "GET",
  path: "/api/lineage/declared",
  topic,
  summary: "Parts that documents declare, against those known by title and those whose text is held",
  role: null,
  query: z.object({ plan: z.string().max(300).optional(), document: id.optional() }),
  response: z.object({ items: z.array(declaration) }),
});
