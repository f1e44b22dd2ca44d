import { documentById, documentsPage } from "@qipan/ledger/documents";
import { purgeDocument } from "@qipan/ledger/purge";
import { sentenceAt } from "@qipan/ledger/sentences";
import type { Handlers } from "../http/handlers.ts";
import { held } from "./held.ts";
import { readerPage } from "./reader-page.ts";
import { plainPage } from "./plain-page.ts";

type Topic = "listDocuments" | "getDocument" | "uploadDocument" | "readDocument" | "getSentence" | "purgeDocument";

/** 文件. Documents, their sentences, and what was found in them. */
export const documentHandlers: Pick<Handlers, Topic> = {
  listDocuments: ({ query: { q, cursor, limit } }, { within }) =>
    within(async (tx) => plainPage(await documentsPage(tx, { q, cursor: cursor ?? null, limit }))),

  getDocument: ({ params }, { within }) =>
    within(async (tx) => held(await documentById(tx, params.id), "document", params.id)),

  uploadDocument: async ({ query: { name, visibility }, bytes }, { within, jobs }) => ({
    job: await within((tx) => jobs.submit(tx, { name, visibility, bytes })),
  }),

  readDocument: ({ params, query }, { within, reread }) =>
    within(async (tx) => {
      const document = held(await documentById(tx, params.id), "document", params.id);
      return readerPage(tx, document, { ...query, reread });
    }),

  getSentence: ({ params: { id, address } }, { within }) =>
    within(async (tx) => {
      const { sentence, readings, entries, observations } = held(
        await sentenceAt(tx, id, address),
        "sentence",
        `${id} ${address}`,
      );
      return { sentence, readings: [...readings], entries: [...entries], observations: [...observations] };
    }),

  purgeDocument: ({ params, body }, { within }) =>
    within(async (tx) => {
      await purgeDocument(tx, params.id, body.reason);
      return held(await documentById(tx, params.id), "document", params.id);
    }),
};
