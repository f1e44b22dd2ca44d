import { decisionsOn } from "@qipan/ledger/decisions";
import { readingById } from "@qipan/ledger/readings";
import type { ReviewCounts } from "@qipan/ledger/review/facets";
import { reviewQueue } from "@qipan/ledger/review/queue";
import { usedReasons } from "@qipan/ledger/review/reasons";
import { rejectionReasons } from "@qipan/policy/records/rejection-reason";
import type { Answer, Handlers } from "../http/handlers.ts";
import { decideBatch } from "../review/decide-batch.ts";
import { reviewItems } from "../review/items.ts";
import { held } from "./held.ts";

type Topic = "listReview" | "decideBatch" | "listReasons" | "listDecisions";

/** Reasons of their own that are offered beside those of the table. */
const mostUsed = 10;

/** 审核队列. Readings over all documents, decisions on many at once, and what was decided before. */
export const reviewHandlers: Pick<Handlers, Topic> = {
  listReview: ({ query: { state, ...query } }, { within }) =>
    within(async (tx) => {
      const { items, facets, ...page } = await reviewQueue(tx, {
        ...query,
        state: state === "any" ? undefined : state,
      });
      return { ...page, items: await reviewItems(tx, items), facets: facetsShown(facets) };
    }),

  decideBatch: ({ body }, { within }) => within((tx) => decideBatch(tx, body)),

  listReasons: ({ query: { type } }, { within }) =>
    within(async (tx) => {
      const suggested = rejectionReasons.filter((row) => type === undefined || row.type === null || row.type === type);
      return { suggested: [...suggested], used: [...(await usedReasons(tx, { type, limit: mostUsed }))] };
    }),

  listDecisions: ({ params }, { within }) =>
    within(async (tx) => {
      held(await readingById(tx, params.id), "reading", params.id);
      return {
        items: (await decisionsOn(tx, params.id)).map((decision) => ({
          ...decision,
          details: { ...decision.details },
        })),
      };
    }),
};

function facetsShown(facets: ReviewCounts["facets"]): Answer<"listReview">["facets"] {
  const { state, type, jurisdiction, certainty, alike, decidedBy, document } = facets;
  return {
    state: [...state],
    type: [...type],
    jurisdiction: [...jurisdiction],
    certainty: [...certainty],
    alike: [...alike],
    decidedBy: [...decidedBy],
    document: [...document],
  };
}
