import { type Evidence, evidence } from "@qipan/policy/records/evidence";
import type { Id, Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { evidenceDigest } from "./chain.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Tx } from "./transaction.ts";

/** 依据行. Evidence as its tables keep it, without what it belongs to. */
export interface EvidenceRow {
  readonly kind: Evidence["kind"];
  readonly documentJurisdiction: JurisdictionCode | null;
  readonly document: Id | null;
  readonly address: string | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string | null;
  readonly content: Record<string, unknown>;
  readonly digest: Sha256;
}

/** Units of documents, by id. */
export type Owners = ReadonlyMap<Id, JurisdictionCode>;

/** Units that own the documents which evidence cites, in one query. A document the principal may not see is missing. */
export async function ownersOf(tx: Tx, cited: readonly Evidence[]): Promise<Owners> {
  const ids = new Set(cited.flatMap((item) => ("document" in item ? [item.document] : [])));
  if (ids.size === 0) return new Map();
  const rows = await tx.db
    .selectFrom("document")
    .select(["id", "jurisdiction"])
    .where("id", "in", [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, row.jurisdiction]));
}

/** Row of a piece of evidence. Refuses one that cites a document not held, or not seen by the principal. */
export function evidenceRow(item: Evidence, owners: Owners): EvidenceRow {
  const parsed = checked(item);
  const nowhere = { documentJurisdiction: null, document: null, address: null, start: null, end: null, quote: null };
  const digest = evidenceDigest(parsed);
  switch (parsed.kind) {
    case "sentence": {
      const { kind, document, address, start, end, quote } = parsed;
      return {
        kind,
        documentJurisdiction: ownerOf(document, owners),
        document,
        address,
        start,
        end,
        quote,
        content: {},
        digest,
      };
    }
    case "cell": {
      const { kind, document, quote, ...content } = parsed;
      return { ...nowhere, kind, documentJurisdiction: ownerOf(document, owners), document, quote, content, digest };
    }
    default: {
      const { kind, ...content } = parsed;
      return { ...nowhere, kind, content, digest };
    }
  }
}

/** Evidence of a row; null when a purge removed its words. */
export function evidenceOfRow(row: Omit<EvidenceRow, "documentJurisdiction" | "digest">): Evidence | null {
  const { kind, document, address, start, end, quote, content } = row;
  if (kind === "sentence") return quote === null ? null : ({ kind, document, address, start, end, quote } as Evidence); // the columns of a sentence are not null, the table says
  if (kind === "cell") return quote === null ? null : ({ kind, document, ...content, quote } as Evidence); // sheet and range are its content
  return { kind, ...content } as Evidence; // written from parsed evidence above
}

function checked(item: Evidence): Evidence {
  const result = evidence.safeParse(item);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new LedgerRefusal("invalid", `This evidence is not in its form. ${faults.join("; ")}.`);
}

function ownerOf(document: Id, owners: Owners): JurisdictionCode {
  const owner = owners.get(document);
  if (owner === undefined)
    throw new LedgerRefusal(
      "quote-mismatch",
      `No document ${document} is held. Cite a document that the ledger holds.`,
    );
  return owner;
}
