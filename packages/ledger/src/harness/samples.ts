import type { Evidence } from "@qipan/policy/records/evidence";
import { type Id, calendarDate } from "@qipan/policy/records/identity";
import { jurisdictionCode, type Ownership, type Visibility } from "@qipan/policy/records/jurisdiction";
import type { NewObservation } from "@qipan/policy/records/observation";
import type { Principal } from "@qipan/policy/records/principal";
import type { EventReading } from "@qipan/policy/records/reading";
import { valueOf } from "@qipan/policy/records/value";
import type { NewEntry } from "../entries.ts";
import type { ReceivedDocument, ReceivedSentence } from "../receive-document.ts";

/** Code of a unit. */
export const unit = jurisdictionCode.parse.bind(jurisdictionCode);

/** A day. */
export const day = calendarDate.parse.bind(calendarDate);

/** Editor of some units. */
export function editorOf(...units: readonly string[]): Principal {
  const codes = units.map((code) => unit(code));
  return { actor: `editor of ${units.join(" and ")}`, role: "editor", reads: codes, writes: codes };
}

/** Ownership of a row. */
export function owned(
  jurisdiction: string,
  visibility: Visibility = "draft",
  sharedWith: readonly string[] = [],
): Ownership {
  return { jurisdiction: unit(jurisdiction), visibility, sharedWith: sharedWith.map((code) => unit(code)) };
}

/** What an officer attests, as the evidence of rows whose evidence is not the point. */
export const attested: Evidence = { kind: "attestation", officer: "王敏", statement: "在现场核对", attachment: null };

/** An event of a day. */
export function anEvent(title: string, more: Partial<NewEntry> & { date?: string } = {}): NewEntry {
  const { date = "2020-05-06", fields, ...rest } = more;
  const base = {
    title,
    titleEn: null,
    dateStart: day(date),
    dateEnd: day(date),
    precision: "day",
    eventKind: null,
    place: null,
  };
  const others = { participants: [], domain: null, cut: false, note: null };
  const ownership = owned("110000");
  return {
    kind: "event",
    ownership,
    origin: "hand",
    confidence: "verified",
    evidence: [attested],
    ...rest,
    fields: { ...base, ...others, ...fields },
  };
}

/** A document of sentences, one a paragraph, as extraction would give it. */
export function aDocument(
  name: string,
  lines: readonly string[],
  more: Partial<ReceivedDocument> = {},
): ReceivedDocument {
  const text = lines.join("\n");
  let start = 0;
  const sentences = lines.map((raw, index): ReceivedSentence => {
    const at = { address: `p${index + 1}.s1`, paragraph: index + 1, ordinal: 1, start, end: start + raw.length };
    start += raw.length + 1;
    return { ...at, raw, text: raw, headings: [], searchable: true };
  });
  const profile = { title: null, issuer: null, number: null, date: null };
  const head = {
    ownership: owned("110000"),
    name,
    mediaType: "text/plain",
    bytes: Buffer.from(text),
    text,
    encoding: "utf-8",
  };
  return { ...head, profile, sentences, readings: [], ...more };
}

/** An event reading over a whole sentence of a document. */
export function anEventReading({ address, start, end, raw }: ReceivedSentence, key = `event:${raw}`): EventReading {
  const proof = {
    recogniser: "sample",
    spans: [{ address, start, end, text: raw }],
    certainty: {},
    diagnostics: [],
    refinements: [],
  };
  const dated = { dateStart: "2020-05-06", dateEnd: "2020-05-06", precision: "day" as const };
  return {
    type: "event",
    key,
    ...proof,
    ...dated,
    title: raw,
    kind: "other",
    place: null,
    regions: [],
    participants: [],
    cut: false,
  };
}

/** Evidence that quotes part of a sentence. */
export function quoting(document: Id, sentence: ReceivedSentence, quote: string): Evidence {
  const start = sentence.start + sentence.raw.indexOf(quote);
  return { kind: "sentence", document, address: sentence.address, start, end: start + quote.length, quote };
}

/** A yearly figure. */
export function aFigure(
  indicator: string,
  region: string,
  more: Partial<NewObservation> & { year?: number; number?: number } = {},
): NewObservation {
  const { year = 2020, number = 100, ...rest } = more;
  const when = { period: String(year), periodStart: day(`${year}-01-01`), periodEnd: day(`${year}-12-31`) };
  const what = { indicator, region, ...when, series: "", vintage: "", value: valueOf(number), unit: "亿元" };
  const kind = {
    valueKind: "flow",
    priceBasis: "current",
    derived: false,
    confidence: "verified",
    note: null,
  } as const;
  return { ...owned("110000", "public"), ...what, ...kind, evidence: attested, ...rest };
}
