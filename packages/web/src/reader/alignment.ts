/**
 * 对位. Where each character of a repaired sentence stands in its raw slice: `places[i]` is the index in `raw` of
 * `text[i]`, and one more entry holds the length of `raw`. Repair only leaves characters out and makes a line break
 * inside Latin words a space, so the text is found in the raw slice from left to right.
 */
export function placesIn(raw: string, text: string): readonly number[] {
  const places: number[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    at = Math.min(nextPlace(raw, text, { at, i }), raw.length);
    places.push(at);
    at += 1;
  }
  places.push(raw.length);
  return places;
}

/** What is left out may hold the same character by chance, so a place is taken where the next few agree as well. */
const agreement = 4;

function nextPlace(raw: string, text: string, { at, i }: { readonly at: number; readonly i: number }): number {
  if (same(raw[at], text[i])) return at;
  const ahead = text.slice(i, i + agreement);
  const together = raw.indexOf(ahead, at);
  if (together >= 0) return together;
  for (let place = at; place < raw.length; place += 1) if (same(raw[place], text[i])) return place;
  return at;
}

function same(raw: string | undefined, shown: string | undefined): boolean {
  return raw === shown || (shown === " " && raw !== undefined && /\s/u.test(raw));
}
