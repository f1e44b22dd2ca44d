import { clauseLinks } from "@qipan/ledger/clause-links";
import { type LineageDocument, documentsTelling, lineageDocuments, toldBy } from "@qipan/ledger/lineage/told-titles";
import type { Tx } from "@qipan/ledger/transaction";
import type { Document } from "@qipan/policy/records/document";
import type { Id } from "@qipan/policy/records/identity";
import type { Answer } from "../http/handlers.ts";
import { headed } from "./serving.ts";
import { placeOf, storedClauses } from "./stored-clauses.ts";

/**
 * 方案对照. The clauses of a document against the schemes that say they implement it or whose clauses are linked to it: which
 * clause of which scheme serves each. A document that nothing implements has no schemes.
 */
export async function schemeMatrix(tx: Tx, upper: Document): Promise<Answer<"compareSchemes">> {
  const links = await clauseLinks(tx, { upper: upper.id });
  const schemes = await implementing(
    tx,
    upper,
    links.map(({ lower }) => lower.document),
  );
  const clauses = headed(await storedClauses(tx, upper.id));
  return {
    upper: { document: upper.id, title: upper.title ?? upper.name },
    schemes: schemes.map(({ id, title, name, issuer, card }) => ({
      document: id,
      title: title ?? name,
      issuer,
      level: card?.level?.value ?? null,
      scope: (card?.scope ?? []).map(({ value }) => value),
    })),
    rows: clauses.map((clause) => ({
      clause: placeOf(upper.id, clause),
      cells: schemes.map(({ id }) =>
        links.flatMap((link) =>
          link.upper.address === clause.first && link.lower.document === id ? [link.lower] : [],
        ),
      ),
    })),
  };
}

async function implementing(tx: Tx, { id }: Document, linked: readonly Id[]): Promise<readonly LineageDocument[]> {
  const own = (await toldBy(tx, id)).filter(({ relation }) => relation === "title");
  const telling = await documentsTelling(
    tx,
    "implements",
    own.map((row) => row.titleKey),
  );
  const ids = new Set([...telling.map((document) => document.id), ...linked]);
  ids.delete(id);
  const documents = await lineageDocuments(tx, [...ids]);
  return documents.filter((document) => ids.has(document.id));
}
