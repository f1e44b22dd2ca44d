import type { Document } from "@qipan/policy/records/document";
import type { CellSpan, Piece } from "@qipan/policy/records/document-text";
import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { Reading } from "@qipan/policy/records/reading";
import type { SourceMark } from "@qipan/policy/records/source-text";
import type { Insertable } from "kysely";
import { insertRows } from "./bulk.ts";
import { sha256Of } from "./canonical-json.ts";
import { documentHash } from "./chain.ts";
import { documentById } from "./documents.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Schema } from "./schema.ts";
import { searchTerms } from "./search-terms.ts";
import { requireWrite, type Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** 来句. A sentence of a document to be received; `headings` outermost first, `searchable` false for contents and furniture. */
export interface ReceivedSentence {
  readonly address: string;
  readonly paragraph: number;
  readonly ordinal: number;
  readonly kind?: string;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly text: string;
  readonly headings: readonly string[];
  readonly searchable: boolean;
  readonly pieces?: readonly Piece[];
  readonly copyOf?: string | null;
  readonly page?: number | null;
  readonly sheet?: string | null;
  readonly cells?: readonly CellSpan[];
}

/** 来件. A file with everything that was read from it. Offsets are UTF-16 offsets into `text`. */
export interface ReceivedDocument {
  readonly ownership: Ownership;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly encoding: string;
  readonly profile: {
    readonly title: string | null;
    readonly issuer: string | null;
    readonly number: string | null;
    readonly date: CalendarDate | null;
  };
  readonly sentences: readonly ReceivedSentence[];
  readonly readings: readonly Reading[];
  readonly marks?: readonly SourceMark[];
}

/** 收件结果. `created` is false when the unit already held the same bytes. */
export interface Received {
  readonly document: Document;
  readonly created: boolean;
  readonly newReadings: number;
}

/**
 * 收件. Keeps a document with its text, sentences and readings, all or nothing. The same bytes in the same unit are held
 * once: only readings with a new key are added, and decisions on the others stay. Refuses the bytes of a purged document,
 * and sentences that are not slices of the text.
 */
export async function receiveDocument(tx: Tx, received: ReceivedDocument): Promise<Received> {
  requireWrite(tx, received.ownership.jurisdiction);
  checkSlices(received);
  const id = newId(tx.now);
  const held = await insertHead(tx, id, received);
  if (held === null) {
    await insertContent(tx, id, received);
    await insertSentences(tx, id, received);
  }
  const document = await heldDocument(tx, held ?? id);
  const newReadings = await insertReadings(tx, document, received.readings);
  return {
    document: newReadings === 0 ? document : await heldDocument(tx, document.id),
    created: held === null,
    newReadings,
  };
}

function checkSlices({ text, sentences }: ReceivedDocument): void {
  const wrong = sentences.find(({ start, end, raw }) => text.slice(start, end) !== raw);
  if (!wrong) return;
  throw new LedgerRefusal(
    "invalid",
    `Sentence ${wrong.address} says ${JSON.stringify(wrong.raw.slice(0, 40))}; the text from ${wrong.start} to ${wrong.end} does not. Offsets count UTF-16 units of the decoded text.`,
  );
}

/** Inserts the document row; gives the id of the document already held with the same bytes, or null. */
async function insertHead(tx: Tx, id: Id, received: ReceivedDocument): Promise<Id | null> {
  const row = headRow(tx, id, received);
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto("document")
    .values(row)
    .onConflict((conflict) => conflict.columns(["jurisdiction", "sha256"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n ? null : sameBytes(tx, row);
}

function headRow(tx: Tx, id: Id, received: ReceivedDocument): Insertable<Schema["document"]> {
  const { ownership, name, mediaType, bytes, text, encoding, profile, sentences } = received;
  const { jurisdiction, visibility, sharedWith } = ownership;
  const { title, issuer, number, date } = profile;
  const head = { visibility, sharedWith: [...sharedWith], name, title, issuer, number, date, mediaType, encoding };
  const lengths = { byteLength: bytes.byteLength, textLength: text.length };
  const receipt = { receivedAt: tx.now, receivedBy: tx.principal.actor };
  const sealed = { id, jurisdiction, sha256: sha256Of(bytes), textSha256: sha256Of(text), ...lengths, ...receipt };
  const unpurged = { purgedAt: null, purgedBy: null, purgeReason: null };
  return { ...head, ...sealed, ...unpurged, sentenceCount: sentences.length, hash: documentHash(sealed) };
}

async function sameBytes(
  tx: Tx,
  { jurisdiction, sha256 }: { jurisdiction: Document["jurisdiction"]; sha256: Document["sha256"] },
): Promise<Id> {
  const held = await tx.db
    .selectFrom("document")
    .select(["id", "name", "purgedAt"])
    .where("jurisdiction", "=", jurisdiction)
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow();
  if (held.purgedAt === null) return held.id;
  throw new LedgerRefusal(
    "conflict",
    `These are the bytes of ${held.name}, which was purged on ${held.purgedAt.slice(0, 10)}. A purged document is not taken in again.`,
  );
}

async function insertContent(
  tx: Tx,
  document: Id,
  { ownership, bytes, text, marks = [] }: ReceivedDocument,
): Promise<void> {
  const content = { bytes: Buffer.from(bytes), text, marks: JSON.stringify(marks) };
  const row = { jurisdiction: ownership.jurisdiction, document, ...content };
  await tx.db.insertInto("documentContent").values(row).execute();
}

async function insertSentences(tx: Tx, document: Id, { ownership, sentences }: ReceivedDocument): Promise<void> {
  const rows = sentences.map(
    ({
      searchable,
      kind = "prose",
      pieces = [],
      copyOf = null,
      page = null,
      sheet = null,
      cells = [],
      ...sentence
    }) => ({
      ...ownership,
      document,
      kind,
      ...sentence,
      terms: searchable ? searchTerms(sentence.text) : null,
      pieces: pieces.flatMap(({ start, end }) => [start, end]),
      copyOf,
      page,
      sheet,
      cells,
    }),
  );
  await insertRows(tx.db, "sentence", rows);
}

async function insertReadings(tx: Tx, document: Document, readings: readonly Reading[]): Promise<number> {
  const { id, jurisdiction, visibility, sharedWith } = document;
  const rows = readings.flatMap((reading) => {
    const [main] = reading.spans;
    if (!main) return []; // the record says there is one
    const { address, start, end, text: quote } = main;
    const { key, type } = reading;
    const place = { address, start, end, quote };
    return {
      jurisdiction,
      visibility,
      sharedWith,
      id: newId(tx.now),
      document: id,
      key,
      type,
      ...place,
      reading,
      state: "pending",
      recordedAt: tx.now,
    };
  });
  return insertRows(tx.db, "reading", rows, { ignore: true });
}

async function heldDocument(tx: Tx, id: Id): Promise<Document> {
  const document = await documentById(tx, id);
  if (!document) throw new Error(`Document ${id} was just written and is not there`);
  return document;
}
