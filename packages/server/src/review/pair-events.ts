import { pairUp } from "@qipan/policy/chronicle/pairing";
import type { Pair } from "@qipan/policy/chronicle/pairing";
import type { Document } from "@qipan/policy/records/document";
import type { Entry } from "@qipan/policy/records/entry";
import { groundOf } from "@qipan/policy/records/ground";
import type { EventFields } from "@qipan/policy/records/event";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { Match } from "./candidates.ts";
import { pairByElimination, type Remaining } from "./elimination.ts";

/**
 * 配对. Which entry each event reading of a document is taken for: the most alike first, one to one; of what is left, the
 * only one of its days where the entry names this document as its source.
 */
export function pairEvents(
  matches: readonly Match[],
  document: Pick<Document, "title">,
): readonly Pair<string, string>[] {
  const pairs = pairUp(
    matches.map((match) => ({ ...match, left: match.left.id as string, right: match.right.id as string })),
  );
  const taken = new Set(pairs.flatMap(({ left, right }) => [left, right]));
  const free = matches.filter(({ left, right }) => !taken.has(left.id) && !taken.has(right.id));
  const told = unique(free.map(({ left }) => left)).flatMap(toldDays);
  const held = unique(free.map(({ right }) => right))
    .filter((entry) => names(entry, document))
    .map(heldDays);
  const why = groundOf("only-one-left");
  const found = pairByElimination(told, held).map(({ reading, entry }) => ({
    left: reading,
    right: entry,
    likeness: 0,
    why,
  }));
  return [...pairs, ...found];
}

/** Shortest title that tells one document from another. */
const leastTitle = 6;

/** Whether the evidence of an entry cites the document by its title. */
function names({ evidence }: Entry, { title }: Pick<Document, "title">): boolean {
  const wanted = letters(title ?? "");
  if (wanted.length < leastTitle) return false;
  return evidence.shown.some((item) => item.kind === "pack" && letters(item.sourceTitle).includes(wanted));
}

function letters(text: string): string {
  return text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");
}

function unique<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

function toldDays({ id, reading }: StoredReading): readonly Remaining[] {
  return reading.type === "event"
    ? [{ id, dateStart: reading.dateStart, dateEnd: reading.dateEnd ?? reading.dateStart }]
    : [];
}

function heldDays({ id, fields }: Entry): Remaining {
  const { dateStart, dateEnd } = fields as EventFields; // candidates are events, checked when they were written
  return { id, dateStart, dateEnd };
}
