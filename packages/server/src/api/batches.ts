import { batchById, batchesPage, batchFiles, createBatch } from "@qipan/ledger/batches";
import type { Handlers } from "../http/handlers.ts";
import { homeOf } from "../jobs/home-unit.ts";
import { shownBatch, shownJob } from "../jobs/shown.ts";

/** 批次. Files handed in together, what became of each, and stopping what waits. */
export const batchHandlers: Pick<Handlers, "createBatch" | "listBatches" | "getBatch" | "cancelBatch"> = {
  createBatch: ({ body: { name } }, { principal, within }) =>
    within(async (tx) => shownBatch(await createBatch(tx, { jurisdiction: homeOf(principal), name }))),

  listBatches: ({ query: { cursor, limit } }, { within }) =>
    within(async (tx) => {
      const page = await batchesPage(tx, { cursor: cursor ?? null, limit });
      return { ...page, items: page.items.map(shownBatch) };
    }),

  getBatch: ({ params: { id }, query: { state, cursor, limit } }, { within }) =>
    within(async (tx) => {
      const batch = shownBatch(await batchById(tx, id));
      const asked = { ...(state && { state }), cursor: cursor ?? null, limit };
      const page = await batchFiles(tx, id, asked);
      return { batch, files: { ...page, items: page.items.map(shownJob) } };
    }),

  cancelBatch: ({ params: { id } }, { within, jobs }) => within((tx) => jobs.cancel(tx, id)),
};
