import type { DateMention, Mention, QuantityMention } from "../records/mention.ts";
import { dateRecogniser } from "./date.ts";
import type { Anchor, DocumentState, Point } from "./document-state.ts";
import type { Lexicon } from "./lexicon.ts";
import { organisationRecogniser } from "./organisation.ts";
import { quantityRecogniser } from "./quantity.ts";
import { regionRecogniser } from "./region.ts";
import type { Located, Recogniser, Scan } from "./scan.ts";
import { titleRecogniser } from "./title.ts";

/** The recognisers, in order: a later one sees how far the earlier ones reach. A new one is a file and a row here. */
const recognisers: readonly Recogniser[] = [
  titleRecogniser,
  dateRecogniser,
  quantityRecogniser,
  regionRecogniser,
  organisationRecogniser,
];

/** 触发表. For each character the recognisers worth asking there, as bits in the order of the recognisers. */
export type Triggers = Uint8Array;

/** 成触发表. Made once for a lexicon. */
export function triggersOf(lexicon: Lexicon): Triggers {
  const triggers = new Uint8Array(0x10000);
  for (const [index, recogniser] of recognisers.entries()) {
    for (const code of recogniser.triggers(lexicon)) triggers[code] = (triggers[code] ?? 0) | (1 << index);
  }
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
  const mentions: Located[] = [];
  const covered: Record<Mention["kind"], number> = { date: 0, quantity: 0, title: 0, region: 0, organisation: 0 };
  let state = before;
  let quantity: QuantityMention | null = null;
  for (let at = scan.sentence.start; at < scan.sentence.end; at += 1) {
    const bits = triggers[scan.text.charCodeAt(at)] ?? 0;
    if (bits === 0) continue;
    for (const [index, recogniser] of recognisers.entries()) {
      if (!(bits & (1 << index)) || at < covered[recogniser.name]) continue;
      const found = recogniser.read(scan, at, { state, covered, quantity });
      if (!found) continue;
      mentions.push(found);
      covered[found.mention.kind] = found.end;
      if (found.mention.kind === "date") state = withDate(state, found, scan);
      if (found.mention.kind === "quantity") quantity = found.mention;
    }
  }
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { mentions, state };
}

/** The date becomes the last one read; the first date of an entry, where its marker stands, dates the entry. */
function withDate(state: DocumentState, { start, mention }: Located, scan: Scan): DocumentState {
  if (mention.kind !== "date" || mention.class === "vague" || mention.timeType === "deadline") return state;
  const anchor = anchorOf(mention, state.paragraph);
  if (!anchor) return state;
  const marks = scan.paragraph.marker?.start === start;
  return { ...state, last: anchor, entry: marks ? anchor : state.entry };
}

function anchorOf(mention: DateMention, paragraph: number): Anchor | null {
  const first = point(mention.dateStart ?? mention.dateEnd);
  const last = point(mention.dateEnd ?? mention.dateStart);
  if (!first || !last) return null;
  const sameYear = first.year === last.year;
  const sameMonth = sameYear && first.month === last.month;
  const whole = mention.precision === "day";
  const from = { year: first.year, month: whole || sameMonth ? first.month : null, day: whole ? first.day : null };
  const until = { year: last.year, month: whole || sameMonth ? last.month : null, day: whole ? last.day : null };
  return { ...from, last: until, text: mention.text, start: mention.start, end: mention.end, paragraph };
}

function point(day: string | null): Point | null {
  if (!day) return null;
  const [year, month, date] = day.split("-").map(Number);
  return { year: year ?? null, month: month ?? null, day: date ?? null };
}
