import type { Card } from "@qipan/policy/records/card";
import type { Document } from "@qipan/policy/records/document";
import type { CellSpan, Diagnostic, Piece } from "@qipan/policy/records/document-text";
import type { CalendarDate, Id } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import { partialDate } from "@qipan/policy/records/partial-date";
import type { Reading } from "@qipan/policy/records/reading";
import type { SourceMark } from "@qipan/policy/records/source-text";
import type { Insertable } from "kysely";
import { insertRows } from "./bulk.ts";
import { sha256Of } from "./canonical-json.ts";
import { documentHash } from "./chain.ts";
import { cardSetBy } from "./card-facts.ts";
import { keepReadCard } from "./cards.ts";
import { documentById } from "./documents.ts";
import { LedgerRefusal } from "./refusal.ts";
import { readdressed } from "./reread-held.ts";
import type { Schema } from "./schema.ts";
import { searchTerms } from "./search-terms.ts";
import { type Reread, supersedeUnread } from "./supersede-readings.ts";
import { requireWrite, type Tx } from "./transaction.ts";
import { undecidedReadings } from "./undecided-readings.ts";
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
  /** What the document says of itself; without it no card is kept. */
  readonly card?: Card;
  /** Source that whoever brought the file names for it: key of the source list, or a name. */
  readonly source?: string | undefined;
  readonly sentences: readonly ReceivedSentence[];
  readonly readings: readonly Reading[];
  readonly marks?: readonly SourceMark[];
  /** Where the file lay before: a path below what was handed in, `archive!member` inside an archive. */
  readonly origin?: string | null;
  /** What a person should know of the file. */
  readonly diagnostics?: readonly Diagnostic[];
  /** The document that this one corrects; set by `receiveCorrection`, which also sees to what follows from it. */
  readonly corrects?: Correction;
}

/** 更正. The document corrected, which version the new one is, and why. */
export interface Correction {
  readonly previous: Id;
  readonly version: number;
  readonly reason: string;
}

/** 收件结果. `created` is false when the unit already held the same bytes. */
export interface Received {
  readonly document: Document;
  readonly created: boolean;
  readonly newReadings: number;
}

/**
 * 收件. Keeps a document with its text, sentences and readings, all or nothing. The same bytes in the same unit are held
 * once: only readings with a new key are added, what waits and is not read any more is superseded, and decisions stay.
 * Refuses the bytes of a purged document, and sentences that are not slices of the text.
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
  const bare = await heldDocument(tx, held ?? id);
  const document = received.card ? await withCard(tx, bare, cardGiven(tx, received, received.card)) : bare;
  const readings = held === null ? received.readings : await readdressed(tx, document, received);
  const fresh = held === null ? received.readings : await undecidedReadings(tx, document.id, readings ?? []);
  const newReadings = await insertReadings(tx, document, fresh);
  const { superseded, renewed } =
    held === null || readings === null ? unchanged : await supersedeUnread(tx, document, readings);
  return {
    document: newReadings + superseded + renewed === 0 ? document : await heldDocument(tx, document.id),
    created: held === null,
    newReadings,
  };
}

const unchanged: Reread = { superseded: 0, renewed: 0 };

/** Source and day that came with the file stand over what was read, as said by whoever brought it. */
function cardGiven(tx: Tx, { source, profile }: ReceivedDocument, card: Card): Card {
  const date = profile.date === null ? undefined : partialDate.parse(profile.date);
  return cardSetBy(card, { source, date }, { by: tx.principal.actor, at: tx.now, reason: "given with the file" });
}

async function withCard(tx: Tx, document: Document, card: Card): Promise<Document> {
  return (await keepReadCard(tx, document, card)) ? heldDocument(tx, document.id) : document;
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
  const notes = { origin: received.origin ?? null, diagnostics: JSON.stringify(received.diagnostics ?? []) };
  const lengths = { byteLength: bytes.byteLength, textLength: text.length };
  const receipt = { receivedAt: tx.now, receivedBy: tx.principal.actor };
  const sealed = { id, jurisdiction, sha256: sha256Of(bytes), textSha256: sha256Of(text), ...lengths, ...receipt };
  const unpurged = { purgedAt: null, purgedBy: null, purgeReason: null };
  const { previous = null, version = 1, reason: correction = null } = received.corrects ?? {};
  const edition = { previous, version, correction };
  return {
    ...head,
    ...notes,
    ...sealed,
    ...unpurged,
    ...edition,
    sentenceCount: sentences.length,
    hash: documentHash(sealed),
  };
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
