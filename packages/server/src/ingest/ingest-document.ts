import type { Ledger } from "@qipan/ledger/open";
import { type Received, type ReceivedDocument, receiveDocument } from "@qipan/ledger/receive-document";
import type { Diagnostic } from "@qipan/policy/records/document-text";
import { calendarDate } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { Principal } from "@qipan/policy/records/principal";
import type { Reading } from "@qipan/policy/records/reading";
import { bareName, isArchiveName } from "./file-name.ts";
import { checkSize, FileRefused } from "./file-refusal.ts";
import { mediaTypeOf, mediaTypeOfFormat } from "./media-type.ts";
import type { Reader } from "./reader.ts";
import { secrecyOf } from "./secrecy.ts";
import type { Taken } from "./take-out.ts";

/** 来件. A file as it came: its name may be anything; the ownership is that of the document. */
export interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly ownership: Ownership;
  /** Day of the document where its text does not say it, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  /** Key of a listed source, or its name as whoever brought the file gives it. */
  readonly source?: string | undefined;
  /** Where the file lay before: `archive!member` inside an archive. */
  readonly origin?: string | null | undefined;
}

/** 收件人. What taking in needs: the ledger, on whose behalf, and what to read with. */
export interface Receiver {
  readonly ledger: Pick<Ledger, "as">;
  readonly principal: Principal;
  readonly reader: Reader;
}

/**
 * 收件. Reads a file and keeps it with its sentences and readings, in one transaction: a kill at any moment leaves all of
 * it or nothing, and taking it in again adds nothing. Throws `FileRefused` for what is no readable, open text.
 */
export async function ingestDocument({ ledger, principal, reader }: Receiver, incoming: Incoming): Promise<Received> {
  const received = await readIncoming(reader, incoming);
  return ledger.as(principal, (tx) => receiveDocument(tx, received));
}

/** 读来件. What the ledger will keep of a file. Throws `FileRefused` for what is no readable, open text. */
export async function readIncoming(reader: Reader, incoming: Incoming): Promise<ReceivedDocument> {
  const name = bareName(incoming.name);
  const { bytes, date } = incoming;
  if (!isArchiveName(name)) mediaTypeOf(name); // a document under the name of an archive is told by its content
  checkSize(name, bytes.byteLength);
  const taken = await reader.read({ doc: name, date, bytes });
  checkText(name, taken);
  return receivedOf(name, taken, incoming);
}

function checkText(name: string, { marks, result: { text, sentences } }: Taken): void {
  if (sentences.length === 0)
    throw new FileRefused("empty", `${name} holds no words. Hand in the file again from where it came.`);
  const level = secrecyOf(text, marks);
  if (level)
    throw new FileRefused(
      "classified",
      `${name} is marked ${level}. Qipan keeps open documents only: use the system that is meant for it.`,
    );
}

/** The day that reading leaned on is kept, so that reading again finds the same. */
function receivedOf(
  name: string,
  { format, marks, notes, result }: Taken,
  { bytes, ownership, date, source, origin = null }: Incoming,
): ReceivedDocument {
  const { text, encoding, profile, sentences, readings } = result;
  return {
    ownership,
    name,
    mediaType: mediaTypeOfFormat(format),
    bytes,
    text,
    encoding: encoding ?? "none",
    profile: {
      title: profile.title?.value ?? null,
      issuer: profile.issuer?.value ?? null,
      number: profile.number?.value ?? null,
      date: calendarDate.safeParse(date ?? profile.date?.value).data ?? null,
    },
    card: result.card,
    source,
    origin,
    marks,
    diagnostics: toldOf(notes),
    sentences: sentences.map(({ headings, ...sentence }) => ({
      ...sentence,
      headings: headings.map(({ text: words }) => words),
      searchable: sentence.kind !== "contents" && sentence.kind !== "furniture",
    })),
    readings: readings.map((reading) => quoting(reading, text)),
  };
}

/** Notes on a document that a person reads; a long scan may have one a page. */
const mostNotes = 200;

function toldOf(notes: readonly Diagnostic[]): readonly Diagnostic[] {
  const more = notes.length - mostNotes;
  if (more <= 0) return notes;
  const message = `${more} more notes of this kind are not kept.`;
  return [...notes.slice(0, mostNotes), { code: "more-notes", severity: "note", message, start: 0, end: 0 }];
}

/** Quotes are the stored words, line breaks included: that is what the ledger checks them against. */
function quoting(reading: Reading, text: string): Reading {
  return { ...reading, spans: reading.spans.map((span) => ({ ...span, text: text.slice(span.start, span.end) })) };
}
