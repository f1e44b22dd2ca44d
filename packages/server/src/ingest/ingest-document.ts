import type { Ledger } from "@qipan/ledger/open";
import { type Received, type ReceivedDocument, receiveDocument } from "@qipan/ledger/receive-document";
import type { ReadResult } from "@qipan/policy/extraction/read";
import { calendarDate } from "@qipan/policy/records/identity";
import type { Ownership } from "@qipan/policy/records/jurisdiction";
import type { Principal } from "@qipan/policy/records/principal";
import type { Reading } from "@qipan/policy/records/reading";
import { bareName, mediaTypeOf } from "./file-name.ts";
import { checkSize, FileRefused } from "./file-refusal.ts";
import type { Reader } from "./reader.ts";
import { secrecyOf } from "./secrecy.ts";

/** 来件. A file as it came: its name may be anything; the ownership is that of the document. */
export interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly ownership: Ownership;
  /** Day of the document where its text does not say it, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
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
export async function readIncoming(
  reader: Reader,
  { name: given, bytes, ownership, date }: Incoming,
): Promise<ReceivedDocument> {
  const name = bareName(given);
  const mediaType = mediaTypeOf(name);
  checkSize(name, bytes.byteLength);
  const result = await reader.read({ doc: name, date, bytes });
  checkText(name, result);
  return receivedOf(result, { name, mediaType, bytes, ownership }, date);
}

function checkText(name: string, { text, sentences, diagnostics }: ReadResult): void {
  const noText = diagnostics.find(({ code }) => code === "not-text");
  if (noText) throw new FileRefused("not-text", `${name}: ${noText.message}`);
  if (sentences.length === 0)
    throw new FileRefused("empty", `${name} holds no words. Hand in the file again from where it came.`);
  const level = secrecyOf(text);
  if (level)
    throw new FileRefused(
      "classified",
      `${name} is marked ${level} in its head. Qipan keeps open documents only: use the system that is meant for it.`,
    );
}

type File = Pick<ReceivedDocument, "name" | "mediaType" | "bytes" | "ownership">;

/** The day that reading leaned on is kept, so that reading again finds the same. */
function receivedOf(
  { text, encoding, profile, sentences, readings }: ReadResult,
  file: File,
  date: string | undefined,
): ReceivedDocument {
  return {
    ...file,
    text,
    encoding: encoding ?? "none",
    profile: {
      title: profile.title?.value ?? null,
      issuer: profile.issuer?.value ?? null,
      number: profile.number?.value ?? null,
      date: calendarDate.safeParse(date ?? profile.date?.value).data ?? null,
    },
    sentences: sentences.map(({ headings, ...sentence }) => ({
      ...sentence,
      headings: headings.map(({ text: words }) => words),
      searchable: sentence.kind !== "contents" && sentence.kind !== "furniture",
    })),
    readings: readings.map((reading) => quoting(reading, text)),
  };
}

/** Quotes are the stored words, line breaks included: that is what the ledger checks them against. */
function quoting(reading: Reading, text: string): Reading {
  return { ...reading, spans: reading.spans.map((span) => ({ ...span, text: text.slice(span.start, span.end) })) };
}
