import type { TextSpan } from "@qipan/policy/records/document-text";
import type { Id } from "@qipan/policy/records/identity";
import type { Reading } from "@qipan/policy/records/reading";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { insertRows } from "./bulk.ts";
import { decide } from "./decisions.ts";
import { pendingReading } from "./pending-readings.ts";
import { partsOf, readingsByIds } from "./readings.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** 分法. Words of each part, by offsets into the stored text; parts may share words, such as a date. */
export type PartSpans = readonly { readonly start: number; readonly end: number }[];

/**
 * 拆分. Makes several pending readings of one that holds several things, each with its own words of the same sentence, and
 * sets the whole to `split`. Returns the parts in the order given. Refuses fewer than two parts, and words outside the
 * sentence.
 */
export async function splitReading(
  tx: Tx,
  id: Id,
  { parts, reason = null }: { readonly parts: readonly PartSpans[]; readonly reason?: string | null },
): Promise<readonly StoredReading[]> {
  const whole = await pendingReading(tx, id);
  if (parts.length < 2)
    throw new LedgerRefusal("invalid", "A split has two parts at least. Accept or edit the reading.");
  const sentence = await sentenceOf(tx, whole);
  const spans = parts.map((part, index) => spansIn(sentence, part, index));
  const before = (await partsOf(tx, id)).length; // an undone split keeps its rows, and their keys
  const rows = spans.map((part, index) => rowOf(tx, whole, partReading(whole.reading, part, before + index + 1)));
  await insertRows(tx.db, "reading", rows);
  const ids = rows.map((row) => row.id);
  await decide(tx, whole, { action: "split", state: "split", reason, details: { parts: ids } });
  const made = new Map((await readingsByIds(tx, ids)).map((part) => [part.id, part]));
  return ids.flatMap((part) => made.get(part) ?? []);
}

interface SentenceWords {
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

async function sentenceOf(tx: Tx, { jurisdiction, document, address }: StoredReading): Promise<SentenceWords> {
  const [paragraph = 0, ordinal = 0] = address.slice(1).split(".s").map(Number);
  return tx.db
    .selectFrom("sentence")
    .select(["address", "start", "end", "raw"])
    .where("jurisdiction", "=", jurisdiction)
    .where("document", "=", document)
    .where("paragraph", "=", paragraph)
    .where("ordinal", "=", ordinal)
    .executeTakeFirstOrThrow();
}

function spansIn({ address, start, end, raw }: SentenceWords, part: PartSpans, index: number): readonly TextSpan[] {
  const sorted = part.toSorted((a, b) => a.start - b.start);
  return sorted.map((span) => {
    const text = raw.slice(span.start - start, span.end - start);
    const lies = start <= span.start && span.start < span.end && span.end <= end;
    if (lies && text.isWellFormed() && text.trim() !== "") return { address, start: span.start, end: span.end, text };
    throw new LedgerRefusal(
      "invalid",
      `Part ${index + 1} takes the words from ${span.start} to ${span.end}; sentence ${address} stands from ${start} to ${end}. Choose words inside the sentence.`,
    );
  });
}

/** The reading of a part: what the whole says, with its own words; an officer says the rest when accepting it. */
function partReading(whole: Reading, spans: readonly TextSpan[], number: number): Reading {
  const proof = {
    key: `${whole.key}/${number}`,
    recogniser: "split",
    spans: [...spans],
    refinements: [...whole.refinements, "split by hand"],
  };
  if (whole.type !== "event") return { ...whole, ...proof };
  const words = spans.map(({ text }) => text).join("");
  return {
    ...whole,
    ...proof,
    title: words.replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "") || words,
    place: whole.place !== null && words.includes(whole.place) ? whole.place : null,
    participants: whole.participants.filter((participant) => words.includes(participant)),
  };
}

type PartRow = Record<string, unknown> & { readonly id: Id };

function rowOf(tx: Tx, whole: StoredReading, reading: Reading): PartRow {
  const { jurisdiction, visibility, sharedWith, document } = whole;
  const [main] = reading.spans;
  if (!main) throw new Error("A part has a span"); // spansIn gave one for each asked, the contract asks for one
  const { address, start, end, text: quote } = main;
  const place = { document, address, start, end, quote };
  const { key, type } = reading;
  const identity = { jurisdiction, visibility, sharedWith, id: newId(tx.now), key, type };
  return { ...identity, ...place, reading, state: "pending", recordedAt: tx.now, partOf: whole.id };
}
