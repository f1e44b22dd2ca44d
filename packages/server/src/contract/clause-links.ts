import { z } from "zod";
import { clauseLink, clausePlace } from "@qipan/policy/records/clause-link";
import { id } from "@qipan/policy/records/identity";
import { op } from "./operation.ts";
import { reason } from "./paging.ts";

const topic = "clause-links";
const pair = { lower: id, upper: id };

/** 拟对应. A likely pair of clauses; `likeness` from 0 to 1. */
export const clauseSuggestion = z.object({ lower: clausePlace, upper: clausePlace, likeness: z.number() });

export const listClauseLinks = op({
  method: "GET",
  path: "/api/clause-links",
  topic,
  summary:
    "How the clauses of a document serve those of the one it implements: links, likely pairs, what is served by nothing",
  role: null,
  query: z.object(pair),
  response: z.object({
    /** Every clause of each document, in order of its text. */
    clauses: z.object({ lower: z.array(clausePlace), upper: z.array(clausePlace) }),
    links: z.array(clauseLink),
    suggestions: z.array(clauseSuggestion),
    /** Clauses of the upper document that no clause serves. */
    unserved: z.array(clausePlace),
    /** Clauses of the lower document that serve none. */
    orphans: z.array(clausePlace),
    counts: z.object({ lower: z.int(), upper: z.int(), linked: z.int() }),
  }),
  errors: ["not-found"],
});

export const linkClauses = op({
  method: "POST",
  path: "/api/clause-links",
  topic,
  summary: "Say that a clause of one document serves a clause of another",
  role: "clerk",
  body: z.strictObject({
    lower: z.object({ document: id, address: z.string() }),
    upper: z.object({ document: id, address: z.string() }),
    reason: reason.optional(),
  }),
  response: clauseLink,
  status: 201,
  errors: ["invalid", "conflict", "forbidden"],
});

export const unlinkClauses = op({
  method: "POST",
  path: "/api/clause-links/{id}/withdraw",
  topic,
  summary: "Take a link of clauses back; the history keeps it",
  role: "clerk",
  params: z.object({ id }),
  body: z.strictObject({ reason }),
  response: clauseLink,
  errors: ["conflict", "forbidden"],
});

export const compareSchemes = op({
  method: "GET",
  path: "/api/clause-links/matrix",
  topic,
  summary: "The clauses of a document against the schemes that implement it: which scheme serves which clause",
  role: null,
  query: z.object({ upper: id }),
  response: z.object({
    upper: z.object({ document: id, title: z.string() }),
    schemes: z.array(
      z.object({
        document: id,
        title: z.string(),
        issuer: z.string().nullable(),
        level: z.string().nullable(),
        scope: z.array(z.string()),
      }),
    ),
    rows: z.array(
      z.object({
        clause: clausePlace,
        /** One list a scheme, in the order of `schemes`; empty where the scheme serves the clause with nothing. */
        cells: z.array(z.array(clausePlace)),
      }),
    ),
  }),
  errors: ["not-found"],
});
