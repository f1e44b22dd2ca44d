import { declarations } from "@qipan/ledger/declarations";
import { documentById } from "@qipan/ledger/documents";
import { lineageOf } from "@qipan/ledger/lineage";
import type { Handlers } from "../http/handlers.ts";
import { held } from "./held.ts";

type Topic = "getLineage" | "getDocumentLineage" | "listDeclared";

/** 谱系. Plans and documents with what they serve, implement and replace; parts declared against parts held. */
export const lineageHandlers: Pick<Handlers, Topic> = {
  getLineage: ({ query: { root, depth, asOf } }, { within, today }) =>
    within((tx) => lineageOf(tx, { root, depth, asOf: asOf ?? today })),

  getDocumentLineage: ({ params, query: { depth, asOf } }, { within, today }) =>
    within(async (tx) => {
      const { id } = held(await documentById(tx, params.id), "document", params.id);
      return lineageOf(tx, { root: id, depth, asOf: asOf ?? today });
    }),

  listDeclared: ({ query }, { within }) =>
    within(async (tx) => {
      const items = await declarations(tx, query);
      return { items: items.map(({ parts, ...item }) => ({ ...item, parts: [...parts] })) };
    }),
};
