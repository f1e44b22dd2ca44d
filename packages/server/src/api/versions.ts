import { documentById } from "@qipan/ledger/documents";
import { clausesOfDocument } from "@qipan/ledger/held-clauses";
import { mayWrite, requireWrite, type Tx } from "@qipan/ledger/transaction";
import { type Affected as Row, affectedBy, affectedRows, settledCount } from "@qipan/ledger/versions/affected";
import { versionsOfDocument } from "@qipan/ledger/versions/document-versions";
import { settleAffected } from "@qipan/ledger/versions/settle";
import type { Document } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import { versionDiff } from "@qipan/policy/text/version-diff";
import type { Affected } from "../contract/versions.ts";
import type { Answer, Handlers } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { held } from "./held.ts";

type Topic = "listVersions" | "uploadVersion" | "compareVersions" | "listAffected" | "settleAffected";

/** 版本. Versions of a document, what differs between them, and what stands on words that changed. */
export const versionHandlers: Pick<Handlers, Topic> = {
  listVersions: ({ params: { id } }, { within }) =>
    within(async (tx) => {
      held(await documentById(tx, id), "document", id);
      return { items: [...(await versionsOfDocument(tx, id))] };
    }),

  uploadVersion: async ({ params: { id }, query: { name, visibility, reason }, receive }, { within, jobs }) => {
    await within((tx) => documentToCorrect(tx, id)); // before the file is taken in, which may be large
    const file = await receive();
    return {
      job: await within(async (tx) => {
        const older = await documentToCorrect(tx, id);
        const kept = visibility ?? (older.visibility === "public" ? "public" : "draft");
        return jobs.submit(tx, {
          name,
          visibility: kept,
          file,
          corrects: { document: id, jurisdiction: older.jurisdiction, reason },
        });
      }),
    };
  },

  compareVersions: ({ params: { id }, query: { against } }, { within }) => within((tx) => compared(tx, id, against)),

  listAffected: ({ params: { id } }, { within }) =>
    within(async (tx) => {
      held(await documentById(tx, id), "document", id);
      const items = (await affectedBy(tx, id)).map((row) => shown(tx, row));
      return { items, settled: await settledCount(tx, id) };
    }),

  settleAffected: ({ params: { id }, body }, { within }) =>
    within(async (tx) => {
      held(await documentById(tx, id), "document", id);
      const settled = await settleAffected(tx, id, body);
      return { ...settled, left: (await affectedRows(tx, id)).length };
    }),
};

async function documentToCorrect(tx: Tx, id: Id): Promise<Document> {
  const document = held(await documentById(tx, id), "document", id);
  requireWrite(tx, document.jurisdiction);
  if (document.purged === null) return document;
  throw new RequestRefused("conflict", `${document.name} was purged; hand the file in as a new document`);
}

/** The older of the two stands on the left, whichever was named first. */
async function compared(tx: Tx, id: Id, against: Id | undefined): Promise<Answer<"compareVersions">> {
  const named = held(await documentById(tx, id), "document", id);
  const otherId = against ?? named.previous;
  if (otherId === null)
    throw new RequestRefused(
      "invalid",
      `${named.name} corrects no document that you see; name with \`against\` the document to compare it with`,
    );
  const other = held(await documentById(tx, otherId), "document", otherId);
  const [older, newer] = other.version <= named.version ? [other, named] : [named, other];
  const { changes, counts } = versionDiff(await clausesOfDocument(tx, older.id), await clausesOfDocument(tx, newer.id));
  return { changes: [...changes], counts, older, newer };
}

function shown(tx: Tx, { kind: _kind, subject: _subject, jurisdiction, quotes, ...row }: Row): Affected {
  return { ...row, quotes: [...quotes], mine: mayWrite(tx, jurisdiction) };
}
