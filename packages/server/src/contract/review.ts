import { z } from "zod";
import { id, instant } from "@qipan/policy/records/identity";
import { jurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { ground } from "@qipan/policy/records/ground";
import { page } from "@qipan/policy/records/page";
import { readingTypes } from "@qipan/policy/records/reading-types";
import { candidate, readingCertainty, readingState, storedReading } from "@qipan/policy/records/stored-reading";
import { op } from "./operation.ts";
import { pageQuery, reason } from "./paging.ts";

const topic = "review";
const type = z.enum(readingTypes);
const neighbour = z.object({ address: z.string(), text: z.string() }).nullable();

/**
 * 语境. The sentence of a reading with its headings, outermost first, and the sentences before and after it; `start` and
 * `end` place `raw` in the stored text, so that the spans of the reading can be shown in it.
 */
export const readingContext = z.object({
  address: z.string(),
  kind: z.string(),
  headings: z.array(z.string()),
  start: z.int().nonnegative(),
  end: z.int().positive(),
  raw: z.string(),
  text: z.string(),
  page: z.int().positive().nullable(),
  before: neighbour,
  after: neighbour,
});

/** 已有数值. A figure that the ledger holds for the indicator, region and period of a measurement. */
export const heldFigure = z.object({
  observation: id,
  indicator: z.string(),
  periodStart: z.string(),
  periodEnd: z.string(),
  value: z.number(),
  unit: z.string(),
  why: ground,
});

/** 同文读出. A reading of another document with the same words, and what was decided of it. */
export const twinReading = z.object({
  reading: id,
  document: id,
  documentName: z.string(),
  address: z.string(),
  state: readingState,
  entry: id.nullable(),
});

/**
 * 待审项. A reading with all that a clerk needs beside it: its sentence in context and what may be the same already. Which
 * of its fields the text says and which were concluded stands in `reading.certainty`, by the name of the field.
 */
export const reviewItem = storedReading.extend({
  context: readingContext.nullable(),
  candidates: z.array(candidate),
  figures: z.array(heldFigure),
  twins: z.array(twinReading),
});
export type ReviewItem = z.infer<typeof reviewItem>;

const counted = z.array(z.object({ value: z.string(), label: z.string().nullable(), count: z.int().positive() }));

/** 分面计数. How many readings there are of each value, all other filters applied; documents the fullest fifty. */
export const reviewFacets = z.object({
  state: counted,
  type: counted,
  jurisdiction: counted,
  certainty: counted,
  alike: counted,
  decidedBy: counted,
  document: counted,
});

const filter = {
  document: id.optional(),
  type: type.optional(),
  jurisdiction: jurisdictionCode.optional().meta({ description: "属地: unit that owns the document" }),
  certainty: readingCertainty.optional().meta({ description: "stated, implied or unsure: the least certain part" }),
  alike: z.stringbool().optional().meta({ description: "true: the ledger may hold the same already" }),
  decidedBy: z.string().max(200).optional().meta({ description: "who took the standing decision" }),
};

/** Orders of the queue: by arrival, in the order of documents, surest first; a leading minus turns arrival and certainty round. */
export const reviewSorts = ["arrival", "-arrival", "place", "certainty", "-certainty"] as const;

export const listReview = op({
  method: "GET",
  path: "/api/review",
  topic,
  summary:
    "Queue of readings over all documents, each with its sentence and what may be the same, with counts by facet",
  role: null,
  query: z.object({
    ...filter,
    state: readingState.or(z.literal("any")).default("pending"),
    sort: z.enum(reviewSorts).default("arrival"),
    limit: z.coerce.number().int().min(1).max(200).default(20).meta({ description: "Rows on a page" }),
    cursor: pageQuery.cursor,
  }),
  response: page(reviewItem).extend({ facets: reviewFacets }),
});

/** 一并决定之范围. Which pending readings; all conditions hold together, at least one is given. */
const batchFilter = z
  .strictObject({
    document: id.optional(),
    type: type.optional(),
    jurisdiction: jurisdictionCode.optional(),
    certainty: readingCertainty.optional(),
    alike: z.boolean().optional(),
    ids: z.array(id).min(1).max(5000).optional(),
  })
  .refine((given) => Object.keys(given).length > 0, "name a document, a type or ids: a batch is never everything");

const fate = z.object({
  reading: id,
  becomes: z.enum(["merged", "created", "left", "rejected"]),
  entry: id.nullable(),
  title: z.string().nullable(),
  why: ground.nullable(),
});

export const decideBatch = op({
  method: "POST",
  path: "/api/review/batch",
  topic,
  summary: "Accept or reject many pending readings in one go, after a dry run that shows counts and a sample",
  role: "clerk",
  body: z.strictObject({
    filter: batchFilter,
    decision: z.enum(["accept", "reject"]),
    /** Why; needed to reject. */
    reason: reason.optional(),
    dryRun: z.boolean().default(true),
    /** `count` of the dry run; needed to execute, a conflict when the ledger holds another number by then. */
    expected: z.int().nonnegative().optional(),
    /** How many readings of the batch to show; the same seed shows the same ones. */
    sample: z.int().min(0).max(50).default(10),
    seed: z.int().nonnegative().default(1),
  }),
  response: z.object({
    dryRun: z.boolean(),
    /** Pending readings that the filter finds. */
    count: z.int().nonnegative(),
    counts: z.object({
      merged: z.int().nonnegative(),
      created: z.int().nonnegative(),
      left: z.int().nonnegative(),
      rejected: z.int().nonnegative(),
    }),
    seed: z.int().nonnegative(),
    sample: z.array(reviewItem.extend({ fate: fate.nullable() })),
    /** What becomes or became of each, in the order of the documents. */
    fates: z.array(fate),
  }),
  errors: ["conflict", "invalid", "forbidden", "too-large"],
});

export const listReasons = op({
  method: "GET",
  path: "/api/review/reasons",
  topic,
  summary: "Reasons for turning a reading down: those of its type, and those used most; any other text is taken too",
  role: null,
  query: z.object({ type: type.optional() }),
  response: z.object({
    suggested: z.array(z.object({ code: z.string(), type: type.nullable(), zh: z.string(), en: z.string() })),
    used: z.array(z.object({ reason: z.string(), count: z.int().positive() })),
  }),
});

/** 决定. One decision on a reading: what was done, what it made, by whom, when and why. */
export const readingDecision = z.object({
  id,
  reading: id,
  action: z.enum(["accept", "merge", "split", "reject", "undo", "supersede", "renew", "carry"]),
  /** State of the reading after it. */
  state: readingState,
  entry: id.nullable(),
  observation: id.nullable(),
  actor: z.string(),
  recordedAt: instant,
  reason: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
});
export type ReadingDecision = z.infer<typeof readingDecision>;

export const listDecisions = op({
  method: "GET",
  path: "/api/readings/{id}/decisions",
  topic,
  summary: "Every decision on a reading, first to last: who, when, why and what came of it",
  role: null,
  params: z.object({ id }),
  response: z.object({ items: z.array(readingDecision) }),
});
