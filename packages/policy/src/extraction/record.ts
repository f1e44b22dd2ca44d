import type { Mention } from "../records/mention.ts";
import type { Reading } from "../records/reading.ts";

/** 行. One object of `qipan read --format jsonl`: document, type, raw offsets, the stored text and the fields of its type. */
export type OutputRecord = Readonly<Record<string, unknown>> & {
  readonly doc: string;
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};

/**
 * 成行. A mention or reading in the form that `qipan read` prints: snake-case dates, `time` for a date mention, regions
 * joined by commas. Never throws.
 * @example toRecord("a.txt", mentionsOf("投资12亿元")[0]).value // 1200000000
 */
export function toRecord(doc: string, found: Mention | Reading): OutputRecord {
  return "kind" in found && !("type" in found) ? mentionRecord(doc, found) : readingRecord(doc, found);
}

/** 全部行. All mentions and readings of a document in the order of its text, the longer first where two begin together. */
export function recordsOf({ doc, mentions, readings }: Found): readonly OutputRecord[] {
  return [...mentions, ...readings]
    .map((found) => toRecord(doc, found))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What was found in one document. */
interface Found {
  readonly doc: string;
  readonly mentions: readonly Mention[];
  readonly readings: readonly Reading[];
}

function mentionRecord(doc: string, mention: Mention): OutputRecord {
  const { start, end, text } = mention;
  const place = { doc, start, end, text };
  switch (mention.kind) {
    case "date": {
      const { dateStart, dateEnd, precision, timeType } = mention;
      return {
        ...place,
        type: "time",
        date_start: dateStart,
        date_end: dateEnd,
        precision,
        class: mention.class,
        time_type: timeType,
      };
    }
    case "quantity": {
      const { value, low, high, unit, comparator, polarity, role } = mention;
      return {
        ...place,
        type: "quantity",
        value,
        ...(value === null ? { low, high } : {}),
        unit,
        comparator,
        polarity,
        role,
      };
    }
    case "title":
      return { ...place, type: "title", class: mention.class };
    case "region":
      return {
        ...place,
        type: isDivision(mention.codes) ? "region" : "site",
        codes: mention.codes.map(codeWritten).join(","),
      };
    case "organisation":
      return { ...place, type: "organisation", name: mention.name, class: mention.class };
    default:
      return absurd(mention);
  }
}

/** Codes of divisions and joint spaces; a zone or site of the pack that is none is printed as a site. */
const isDivision = (codes: readonly string[]): boolean =>
  codes.every((code) => /^(?:\d{6}|JJJ|XA)$/u.test(codeWritten(code)));

/** The new area of Xiongan goes by its short code in records. */
const codeWritten = (code: string): string => (code === "zone-xiongan" || code === "133100" ? "XA" : code);

function readingRecord(doc: string, reading: Reading): OutputRecord {
  const { start = 0, end = 0, text = "" } = reading.spans[0] ?? {};
  const place = { doc, type: reading.type, start, end, text };
  switch (reading.type) {
    case "event": {
      const { dateStart, dateEnd, title, kind, participants, cut } = reading;
      return {
        ...place,
        date_start: dateStart,
        date_end: dateEnd,
        title,
        kind,
        place: reading.place,
        participants,
        cut,
      };
    }
    case "measurement": {
      const { indicator, region, period, value, low, high, unit, comparator, cumulative } = reading;
      const figure = { value, ...(value === null ? { low, high } : {}), unit, comparator };
      return { ...place, indicator, region, period, ...figure, change: changeRecord(reading.change), cumulative };
    }
    case "commitment": {
      const { action, object, deadline, target, region, domain, status } = reading;
      const { strength, deliverable, lead, helpers } = reading;
      const more = { strength, deliverable, place: reading.place, lead, helpers };
      return { ...place, action, object, deadline, target, region, domain, status, ...more };
    }
    case "achievement": {
      const { action, object, deadline, target, region, domain, status } = reading;
      return { ...place, action, object, deadline, target, region, domain, status };
    }
    default:
      return { ...place, ...ownFields(reading) };
  }
}

/** The fields of a reading that are its own: not those of every reading. */
function ownFields(reading: Reading): Readonly<Record<string, unknown>> {
  const { key: _key, recogniser: _by, spans: _spans, certainty: _sure, diagnostics: _notes, ...rest } = reading;
  const { refinements: _passes, ...fields } = rest;
  return fields;
}

function changeRecord(change: Extract<Reading, { type: "measurement" }>["change"]): object | null {
  if (!change) return null;
  const { direction, amount, unit, comparator, basePeriod } = change;
  return { direction, amount, unit, comparator, base_period: basePeriod };
}

function absurd(value: never): never {
  throw new Error(`No record form for ${JSON.stringify(value)}: add its case to extraction/record.ts`);
}
