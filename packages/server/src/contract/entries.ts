import { z } from "zod";
import { standings } from "@qipan/policy/records/card";
import { entry, entryKind, entryVersion } from "@qipan/policy/records/entry";
import { calendarDate, id } from "@qipan/policy/records/identity";
import { visibility } from "@qipan/policy/records/jurisdiction";
import { page } from "@qipan/policy/records/page";
import { confidence } from "@qipan/policy/records/provenance";
import { op } from "./operation.ts";
import { dayQuery, pageQuery, reason, several } from "./paging.ts";

const topic = "entries";
const params = z.object({ id });

/** 引名. Names of the entries and places that rows refer to by key or code. */
export const names = z.record(
  z.string(),
  z.object({ zh: z.string(), en: z.string().nullable(), id: id.nullable(), kind: z.string() }),
);
export type Names = z.infer<typeof names>;

const filters = {
  kind: entryKind,
  q: z.string().max(200).optional(),
  domain: several.optional(),
  region: z
    .string()
    .max(40)
    .optional()
    .meta({ description: "A division code; a province takes in what lies below it" }),
  where: z.string().max(1000).optional().meta({ description: "Further filters as `field:value,field:value`" }),
  from: calendarDate.optional(),
  to: calendarDate.optional(),
  ...dayQuery,
};

export const listEntries = op({
  method: "GET",
  path: "/api/entries",
  topic,
  summary: "Rows of one register",
  role: null,
  query: z.object({
    ...filters,
    sort: z.enum(["when", "-when", "title", "-title", "recordedAt", "-recordedAt"]).optional(),
    withdrawn: z.stringbool().optional(),
    ...pageQuery,
  }),
  response: page(entry).extend({ names }),
  formats: ["json", "csv", "xlsx", "geojson"],
  errors: ["invalid", "not-acceptable"],
});

export const listFacets = op({
  method: "GET",
  path: "/api/entries/facets",
  topic,
  summary: "How the rows of a register fall by the values of one field",
  role: null,
  query: z.object({ ...filters, field: z.string().max(60) }),
  response: z.object({ items: z.array(z.object({ value: z.string().nullable(), count: z.int() })), names }),
});

export const getEntry = op({
  method: "GET",
  path: "/api/entries/{id}",
  topic,
  summary: "One row with its evidence",
  role: null,
  params,
  query: z.object(dayQuery),
  response: z.object({
    entry,
    names,
    links: z.array(
      z.object({
        relation: z.string(),
        entry: id,
        title: z.string(),
        kind: z.string(),
        direction: z.enum(["out", "in"]),
      }),
    ),
    /** Documents among the evidence that bind nobody: proposals, commentary, drafts for comment. */
    unbinding: z.array(z.object({ document: id, name: z.string(), standing: z.enum(standings) })),
  }),
});

export const getHistory = op({
  method: "GET",
  path: "/api/entries/{id}/history",
  topic,
  summary: "Every version of a row: who, when, why, what",
  role: null,
  params,
  response: z.object({ items: z.array(entryVersion) }),
});

export const createEntry = op({
  method: "POST",
  path: "/api/entries",
  topic,
  summary: "Enter a row by hand, with a sentence or an officer's word as evidence",
  role: "clerk",
  body: z.strictObject({
    kind: entryKind,
    fields: z.record(z.string(), z.unknown()),
    visibility: visibility.default("draft"),
    confidence: confidence.default("verified"),
    evidence: z.array(z.unknown()).min(1, "a row needs evidence: a sentence, a cell or an attestation"),
    reason: reason.optional(),
  }),
  response: entry,
  status: 201,
  errors: ["invalid", "no-evidence", "quote-mismatch", "conflict", "forbidden"],
});

export const changeEntry = op({
  method: "POST",
  path: "/api/entries/{id}/changes",
  topic,
  summary: "Change a row: fields that are left out stay; refused when somebody changed it since `expectedVersion`",
  role: "clerk",
  params,
  body: z.strictObject({
    expectedVersion: z.int().positive(),
    fields: z.record(z.string(), z.unknown()).default({}),
    visibility: visibility
      .optional()
      .meta({ description: "Who else sees the row; a joint row needs three countersigns first" }),
    reason,
  }),
  response: entry,
  errors: ["invalid", "conflict", "forbidden", "countersign-missing"],
});

export const withdrawEntry = op({
  method: "POST",
  path: "/api/entries/{id}/withdraw",
  topic,
  summary: "Withdraw a row; its history stays",
  role: "clerk",
  params,
  body: z.strictObject({ reason }),
  response: entry,
  errors: ["conflict", "forbidden"],
});

export const restoreEntry = op({
  method: "POST",
  path: "/api/entries/{id}/restore",
  topic,
  summary: "Bring a withdrawn row back",
  role: "clerk",
  params,
  body: z.strictObject({ reason }),
  response: entry,
  errors: ["conflict", "forbidden"],
});

export const importEntries = op({
  method: "POST",
  path: "/api/entries/import",
  topic,
  summary: "Import rows of one register from CSV or XLSX as this program exports them: all or nothing",
  role: "clerk",
  query: z.object({
    kind: entryKind,
    name: z.string().trim().min(1).max(255),
    reason,
    dryRun: z.stringbool().default(false),
  }),
  binary: true,
  bodyLimitBytes: 16 * 1024 * 1024,
  response: z.object({
    created: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    faults: z.array(z.object({ row: z.int(), column: z.string(), found: z.string(), expected: z.string() })),
  }),
  errors: ["invalid", "too-large", "forbidden"],
});
