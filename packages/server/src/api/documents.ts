import { record } from "@qipan/ledger/audit";
import { documentById, documentBytes, documentsPage } from "@qipan/ledger/documents";
import { purgeDocument } from "@qipan/ledger/purge";
import { sentenceAt } from "@qipan/ledger/sentences";
import type { Tx } from "@qipan/ledger/transaction";
import type { Document } from "@qipan/policy/records/document";
import type { Handlers } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { held } from "./held.ts";
import { readerPage } from "./reader-page.ts";
import { plainPage } from "./plain-page.ts";

type Topic =
  | "listDocuments"
  | "getDocument"
  | "uploadDocument"
  | "downloadDocument"
  | "readDocument"
  | "getSentence"
  | "purgeDocument";

/** 文件. Documents, their sentences, and what was found in them. */
export const documentHandlers: Pick<Handlers, Topic> = {
  listDocuments: ({ query: { q, versions, cursor, limit } }, { within }) =>
    within(async (tx) => plainPage(await documentsPage(tx, { q, versions, cursor: cursor ?? null, limit }))),

  getDocument: ({ params }, { within }) =>
    within(async (tx) => held(await documentById(tx, params.id), "document", params.id)),

  uploadDocument: async ({ query, receive }, { within, jobs }) => {
    try {
      const file = await receive();
      return { job: await within((tx) => jobs.submit(tx, { ...query, file })) };
    } catch (failure) {
      if (failure instanceof RequestRefused) await within((tx) => recordRefusedUpload(tx, query.name, failure));
      throw failure;
    }
  },

  downloadDocument: ({ params: { id } }, { within }) =>
    within(async (tx) => {
      const { name, mediaType, purged } = held(await documentById(tx, id), "document", id);
      const bytes = await documentBytes(tx, id);
      if (purged || bytes === null) throw new RequestRefused("gone", goneWords(name, purged));
      return { name, mediaType, bytes: new Uint8Array(bytes) };
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

/** A file that is refused at the door is not held; who brought it and why it was refused is. */
async function recordRefusedUpload(tx: Tx, name: string, { code, message }: RequestRefused): Promise<void> {
  await record(tx, { action: "refuse-file", subject: { kind: "file", id: name }, reason: message, details: { code } });
}

function goneWords(name: string, purged: Document["purged"]): string {
  if (purged === null) return `The file ${name} is not kept any more`;
  return `${name} was purged on ${purged.at.slice(0, 10)} (${purged.reason}); its hash is all that is kept`;
}
