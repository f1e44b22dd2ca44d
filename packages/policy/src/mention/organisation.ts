import type { OrganisationMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { type Recogniser, type Scan, spot } from "./scan.ts";
import type { SuffixMeaning } from "./lexicon.ts";
import { type Word, wordAt } from "./word-table.ts";

/** A body's name is no longer than this between its first word and its suffix. */
const LONGEST = 26;

/**
 * 机构. Finds bodies: names that the lexicon lists, and names that begin with a place or a word of rank (国家, 市, 中共) and
 * end with a suffix of bodies (委员会, 局, 公司) before any punctuation. The longest name from one beginning counts.
 */
export const organisationRecogniser: Recogniser = {
  name: "organisation",
  *triggers(lexicon) {
    yield* lexicon.organisations.byFirst.keys();
    yield* lexicon.organisationHeads.byFirst.keys();
    yield* lexicon.places.byFirst.keys();
  },
  read(scan, at) {
    const listed = wordAt(scan.lexicon.organisations, scan.text, at, scan.sentence.end);
    const made = composedName(scan, at);
    const listedEnd = listed && listed.written.length >= 3 ? at + listed.written.length : at;
    if (listed && listedEnd > at && listedEnd >= (made?.end ?? at))
      return located(scan, { start: at, end: listedEnd }, { class: listed.value.kind, key: listed.value.id });
    return made ? located(scan, { start: at, end: made.end }, { class: made.class, key: null }) : null;
  },
};

interface Composed {
  readonly end: number;
  readonly class: string;
}

/** Longest run from a head word to a suffix, without a stop character or a verb of happenings between. */
function composedName(scan: Scan, at: number): Composed | null {
  const { lexicon, text, sentence } = scan;
  const from = headEnd(scan, at);
  if (from === null) return null;
  const limit = Math.min(sentence.end, at + LONGEST);
  let found: Composed | null = null;
  for (let end = from; end < limit; end += 1) {
    if (!isAt(text, end, charClass.han) || stops.has(text.charCodeAt(end))) break;
    const suffix = wordAt(lexicon.organisationSuffixes, text, end, limit);
    if (!suffix || isOtherWord(text, end, suffix)) {
      if (wordAt(lexicon.eventVerbs, text, end, limit)) break;
      continue;
    }
    found = { end: end + suffix.written.length, class: suffix.value.class };
    end = found.end - 1;
  }
  return found;
}

/** Where the name goes on after its first word. A head of one character (市, 省) must begin a word. */
function headEnd({ lexicon, text, sentence }: Scan, at: number): number | null {
  const place = wordAt(lexicon.places, text, at, sentence.end);
  if (place && place.written.length > 1) return at + place.written.length;
  const head = wordAt(lexicon.organisationHeads, text, at, sentence.end);
  if (!head) return null;
  const begins = at === sentence.start || !isAt(text, at - 1, charClass.han) || stops.has(text.charCodeAt(at - 1));
  return head.written.length > 1 || begins ? at + head.written.length : null;
}

/** 开局 and 委员 hold a suffix of bodies and are none. */
function isOtherWord(text: string, at: number, { written, value }: Word<SuffixMeaning>): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + written.length);
  return value.notAfter.includes(before || " ") || value.notBefore.includes(after || " ");
}

/** Characters that stand between a name and what is said of it, never inside the name of a body. */
const stops = new Set(Array.from("的在与和对向将把被由为等召举签赴到了是", (character) => character.charCodeAt(0)));

function located(
  scan: Scan,
  span: { start: number; end: number },
  body: Pick<OrganisationMention, "class" | "key">,
): ReturnType<Recogniser["read"]> {
  const mention: OrganisationMention = {
    kind: "organisation",
    ...spot(scan, span),
    recogniser: "organisation",
    certainty: "stated",
    leansOn: [],
    name: scan.view.text.slice(span.start, span.end),
    ...body,
  };
  return { ...span, mention };
}
