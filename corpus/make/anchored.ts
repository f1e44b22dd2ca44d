import type { Anchor, Hint } from "./hint-file.ts";

/** Offsets of a stretch in the text as it stands, in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * 文面. A text with its spaces and line breaks left out and look-alike characters folded, each with its place of origin. The
 * TAB between two cells stays, so that no words run from one cell into the next.
 */
export interface Surface {
  readonly folded: string;
  readonly places: readonly number[];
  readonly text: string;
}

const folds: Readonly<Record<string, string>> = { "―": "—", "‧": "·", "・": "·" };

export function surfaceOf(text: string): Surface {
  const places: number[] = [];
  let folded = "";
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (/[^\S\t]/u.test(letter)) continue;
    folded += foldOf(letter);
    places.push(at);
  }
  return { folded, places, text };
}

/** Radicals and other forms of one character become that character; nothing grows or shrinks. */
function foldOf(letter: string): string {
  const normal = /[\u2e80-\u2fdf\uf900-\ufaff]/u.test(letter) ? letter.normalize("NFKC") : letter;
  return folds[normal] ?? (normal.length === 1 ? normal : letter);
}

/** The one place where an anchor stands. Throws when it stands nowhere or more than once. */
export function anchorAt(surface: Surface, { text, line }: Anchor): Stretch {
  const wanted = surfaceOf(text).folded;
  const found = placesOf(surface.folded, wanted);
  const [start] = found;
  if (start === undefined || found.length > 1)
    throw new Error(`Line ${line}: the anchor stands ${found.length} times: ${text}`);
  return { start, end: start + wanted.length };
}

/** Where the words of a hint stand inside its anchor, in offsets of the text itself. */
export function spanAt(surface: Surface, anchor: Stretch, { span, occurrence, line }: Hint): Stretch {
  if (span === "")
    return { start: surface.places[anchor.start] ?? 0, end: (surface.places[anchor.end - 1] ?? 0) + 1 }; // the whole anchor
  const found = stretchesOf(surface, anchor, span);
  const at = occurrence === null ? found[0] : found[occurrence - 1];
  if (at === undefined || (occurrence === null && found.length > 1))
    throw new Error(
      `Line ${line}: the words stand ${found.length} times in the anchor: ${span}. Add #1, #2 … to choose.`,
    );
  return at;
}

/** Another accepted span: the one place of its words that lies inside the span or around it. */
export function alternativeAt(
  surface: Surface,
  anchor: Stretch,
  { words, span }: { words: string; span: Stretch },
): Stretch {
  const found = stretchesOf(surface, anchor, words).filter(
    ({ start, end }) => (start >= span.start && end <= span.end) || (start <= span.start && end >= span.end),
  );
  const [at] = found;
  if (at === undefined || found.length > 1) throw new Error(`Another span fits ${found.length} times: ${words}`);
  return at;
}

function stretchesOf({ folded, places }: Surface, anchor: Stretch, words: string): readonly Stretch[] {
  const wanted = surfaceOf(words).folded;
  return placesOf(folded.slice(anchor.start, anchor.end), wanted).map((at) => {
    const first = places[anchor.start + at] ?? 0;
    return { start: first, end: (places[anchor.start + at + wanted.length - 1] ?? first) + 1 };
  });
}

function placesOf(text: string, wanted: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) places.push(at);
  return places;
}
