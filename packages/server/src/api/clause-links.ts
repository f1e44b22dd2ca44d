import { linkClauses, unlinkClauses } from "@qipan/ledger/clause-links";
import { documentById } from "@qipan/ledger/documents";
import type { Tx } from "@qipan/ledger/transaction";
import type { ClausePlace } from "@qipan/policy/records/clause-link";
import type { Id } from "@qipan/policy/records/identity";
import { schemeMatrix } from "../clauses/scheme-matrix.ts";
import { servingOf } from "../clauses/serving.ts";
import { placeOf, storedClauses } from "../clauses/stored-clauses.ts";
import type { Handlers } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { held } from "./held.ts";

type Topic = "listClauseLinks" | "linkClauses" | "unlinkClauses" | "compareSchemes";

/** 条款对应. Clauses that serve clauses of the document above, one pair an officer's word. */
export const clauseLinkHandlers: Pick<Handlers, Topic> = {
  listClauseLinks: ({ query: { lower, upper } }, { within }) =>
    within(async (tx) => {
      for (const id of [lower, upper]) held(await documentById(tx, id), "document", id);
      return servingOf(tx, { lower, upper });
    }),

  linkClauses: ({ body: { lower, upper, reason } }, { within }) =>
    within(async (tx) =>
      linkClauses(tx, {
        lower: await clauseAt(tx, lower),
        upper: await clauseAt(tx, upper),
        reason: reason ?? null,
      }),
    ),

  unlinkClauses: ({ params, body }, { within }) => within((tx) => unlinkClauses(tx, params.id, body.reason)),

  compareSchemes: ({ query }, { within }) =>
    within(async (tx) => schemeMatrix(tx, held(await documentById(tx, query.upper), "document", query.upper))),
};

/** The clause that begins at a sentence, or in which it lies. */
async function clauseAt(tx: Tx, { document, address }: { document: Id; address: string }): Promise<ClausePlace> {
  held(await documentById(tx, document), "document", document);
  const clauses = await storedClauses(tx, document);
  const clause = clauses.find(({ first }) => first === address);
  if (clause) return placeOf(document, clause);
  throw new RequestRefused(
    "invalid",
    `No clause of ${document} begins at ${address}. Take an address from the list of its clauses.`,
  );
}
