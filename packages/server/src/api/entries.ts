import { changeEntry, createEntry, restoreEntry, withdrawEntry } from "@qipan/ledger/entries";
import { entriesPage, entryById, facetsOf } from "@qipan/ledger/entry-queries";
import { versionsOf } from "@qipan/ledger/history";
import { type Link, linksOf } from "@qipan/ledger/links";
import { evidence } from "@qipan/policy/records/evidence";
import { z } from "zod";
import type { Answer, Handlers } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { homeOf } from "../jobs/home-unit.ts";
import { importEntries } from "../import/import-entries.ts";
import { checkField, entryFilter } from "./entry-filter.ts";
import { held } from "./held.ts";
import { namesFor, namesOf } from "./names.ts";
import { unbindingDocuments } from "./unbinding-documents.ts";
import { plainPage } from "./plain-page.ts";
import { withRegion } from "./region-filter.ts";

type Topic =
  | "listEntries"
  | "listFacets"
  | "getEntry"
  | "getHistory"
  | "createEntry"
  | "changeEntry"
  | "withdrawEntry"
  | "restoreEntry"
  | "importEntries";

/** 条目. Rows of the registers: lists, one row, its history, and every change to it. */
export const entryHandlers: Pick<Handlers, Topic> = {
  listEntries: ({ query }, { within, today }) => {
    const { sort = "-when", cursor, limit, withdrawn } = query;
    const asked = { ...entryFilter(query, today), includeWithdrawn: withdrawn };
    return within(async (tx) => {
      const filter = await withRegion(tx, asked);
      const page = plainPage(await entriesPage(tx, { ...filter, sort, cursor: cursor ?? null, limit }));
      return { ...page, names: await namesOf(tx, page.items) };
    });
  },

  listFacets: ({ query: { field, ...query } }, { within, today }) => {
    checkField(query.kind, field);
    const asked = entryFilter(query, today);
    return within(async (tx) => {
      const facets = await facetsOf(tx, { ...(await withRegion(tx, asked)), field });
      const values = facets.map(({ value }) => value);
      const items = facets.map(({ value, count }) => ({ value: value === "" ? null : value, count }));
      return { items, names: await namesFor(tx, { keys: values, codes: values }) };
    });
  },

  getEntry: ({ params, query }, { within }) =>
    within(async (tx) => {
      const entry = held(await entryById(tx, params.id, query), "entry", params.id);
      const [names, links] = [await namesOf(tx, [entry]), (await linksOf(tx, entry)).flatMap(shownLink)];
      return { entry, names, links, unbinding: [...(await unbindingDocuments(tx, entry))] };
    }),

  getHistory: ({ params }, { within }) =>
    within(async (tx) => {
      const items = [...(await versionsOf(tx, params.id))];
      held(items[0], "entry", params.id);
      return { items };
    }),

  createEntry: ({ body }, { principal, within }) => {
    const { kind, fields, visibility, confidence, reason } = body;
    const ownership = { jurisdiction: homeOf(principal), visibility, sharedWith: [] };
    const checked = checkedEvidence(body.evidence);
    return within((tx) =>
      createEntry(tx, { kind, fields, confidence, reason, ownership, origin: "hand", evidence: checked }),
    );
  },

  changeEntry: ({ params, body: { fields, visibility, ...body } }, { within }) =>
    within(async (tx) => {
      const before = held(await entryById(tx, params.id), "entry", params.id);
      const { jurisdiction, sharedWith } = before;
      const ownership = { jurisdiction, sharedWith, visibility: visibility ?? before.visibility };
      return changeEntry(tx, params.id, { ...body, ownership, fields: { ...before.fields, ...fields } });
    }),

  withdrawEntry: ({ params, body }, { within }) => within((tx) => withdrawEntry(tx, params.id, body.reason)),

  restoreEntry: ({ params, body }, { within }) => within((tx) => restoreEntry(tx, params.id, body.reason)),

  importEntries: async ({ query, bytes }, { within }) => {
    const result = await importEntries(within, { ...query, bytes });
    return { ...result, faults: [...result.faults] };
  },
};

/** A link to what is held; a name that leads nowhere stands in the fields already. */
function shownLink({ direction, field, entry }: Link): Answer<"getEntry">["links"] {
  if (entry === null) return [];
  return [
    {
      relation: field,
      entry: entry.id,
      title: entry.title,
      kind: entry.kind,
      direction: direction === "to" ? "out" : "in",
    },
  ];
}

/** Evidence of a form: a sentence, a cell, or an officer's word; packs and decisions are the ledger's own. */
function checkedEvidence(given: readonly unknown[]): readonly z.infer<typeof evidence>[] {
  const parsed = z.array(evidence).safeParse(given);
  if (parsed.success && parsed.data.every(({ kind }) => kind !== "pack" && kind !== "decision")) return parsed.data;
  const issues = parsed.error?.issues.map(({ path, message }) => ({
    path: ["body", "evidence", ...path].join("."),
    message,
  }));
  throw new RequestRefused("invalid", "Evidence is a sentence, a cell or an attestation", issues ? { issues } : {});
}
