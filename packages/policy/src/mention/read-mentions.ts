import type { Mention } from "../records/mention.ts";
import { dateRecogniser } from "./date.ts";
import { afterDate, type DateRead, type DocumentState } from "./document-state.ts";
import type { Lexicon } from "./lexicon.ts";
import { nameBit, nameFirsts, namesIn } from "./names.ts";
import { quantityRecogniser } from "./quantity.ts";
import { regionRecogniser } from "./region.ts";
import { contains, type Span } from "../text/span.ts";
import type { Located, Recogniser, Scan, Surroundings } from "./scan.ts";
import { titleRecogniser } from "./title.ts";

/** The recognisers, in order: a later one sees how far the earlier ones reach. A new one is a file and a row here. */
const recognisers: readonly Recogniser[] = [titleRecogniser, dateRecogniser, quantityRecogniser, regionRecogniser];

/** 触发表. For each character the recognisers worth asking there, as bits in the order of the recognisers. */
export type Triggers = Uint16Array;

/** Trigger tables already made, by the kinds asked for: one a lexicon, the same for every document read with it. */
const made = new WeakMap<Lexicon, Map<string, Triggers>>();

/** 取触发表. Table of a lexicon for the kinds asked for, all where none is named; made once. */
export function triggersFor(lexicon: Lexicon, kinds?: readonly Mention["kind"][]): Triggers {
  const known = made.get(lexicon) ?? new Map<string, Triggers>();
  made.set(lexicon, known);
  const name = kinds?.join(" ") ?? "all";
  const triggers = known.get(name) ?? triggersOf(lexicon, kinds);
  known.set(name, triggers);
  return triggers;
}

function triggersOf(lexicon: Lexicon, kinds?: readonly Mention["kind"][]): Triggers {
  const triggers = new Uint16Array(0x10000);
  for (const [index, recogniser] of recognisers.entries()) {
    if (kinds && !kinds.includes(recogniser.name)) continue;
    for (const code of recogniser.triggers(lexicon)) triggers[code] = (triggers[code] ?? 0) | (1 << index);
  }
  if (!kinds || kinds.includes("title") || kinds.includes("organisation"))
    for (const code of nameFirsts(lexicon)) triggers[code] = (triggers[code] ?? 0) | nameBit;
  return triggers;
}

/** 句之所得. Mentions of one sentence in text order, and the state after it. */
export interface SentenceMentions {
  readonly mentions: readonly Located[];
  readonly state: DocumentState;
}

/**
 * 找提及. Runs the recognisers over one sentence, left to right, asking only where a trigger stands; each date becomes part
 * of the state at once, so the next one can lean on it. Linear in the length of the sentence.
 */
export function readMentions(scan: Scan, triggers: Triggers, before: DocumentState): SentenceMentions {
  const { text, sentence } = scan;
  const names = readsNames(triggers);
  const first = names ? sentence.start : firstTrigger(text, sentence, triggers);
  if (first === sentence.end) return { mentions: NOTHING, state: before };
  const mentions: Located[] = [];
  const covered: Record<Mention["kind"], number> = { date: 0, quantity: 0, title: 0, region: 0, organisation: 0 };
  const around: Around = { state: before, covered, quantity: null };
  let inOrder = true;
  for (let at = first; at < sentence.end; at += 1) {
    for (let bits = (triggers[text.charCodeAt(at)] ?? 0) & ~nameBit; bits !== 0; bits &= bits - 1) {
      const recogniser = recognisers[31 - Math.clz32(bits & -bits)]; // the one of the lowest bit
      if (!recogniser || at < covered[recogniser.name]) continue;
      const found = recogniser.read(scan, at, around);
      if (!found || !contains(sentence, found)) continue; // a sentence that was cut may end inside a date
      inOrder &&= precedes(mentions.at(-1), found);
      mentions.push(found);
      covered[found.mention.kind] = found.covers ?? found.end;
      if (found.mention.kind === "date") around.state = afterDate(around.state, dateRead(found, scan.paragraph));
      if (found.mention.kind === "quantity") around.quantity = found.mention;
    }
  }
  for (const name of names ? namesIn(scan, mentions, triggers) : []) {
    inOrder = false;
    mentions.push(name);
  }
  if (!inOrder) mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { mentions, state: around.state };
}

const NOTHING: readonly Located[] = [];

/** Where the first trigger of a sentence stands; its end where none does. */
function firstTrigger(text: string, { start, end }: Span, triggers: Triggers): number {
  let at = start;
  while (at < end && triggers[text.charCodeAt(at)] === 0) at += 1;
  return at;
}

/** Whether names without 《》 are among the kinds asked for. */
const readsNames = (triggers: Triggers): boolean => ((triggers["《".charCodeAt(0)] ?? 0) & nameBit) !== 0;

/** What is known at a position; one object for a sentence, changed as it is read. */
type Around = { -readonly [Key in keyof Surroundings]: Surroundings[Key] };

const precedes = (before: Located | undefined, { start, end }: Located): boolean =>
  before === undefined || before.start < start || (before.start === start && before.end >= end);

function dateRead({ start, anchor }: Located, { kind, level, marker }: Scan["paragraph"]): DateRead {
  return { anchor: anchor ?? null, at: start, marker: marker?.start ?? null, level: kind === "heading" ? level : null };
}
