import type { Clause } from "../records/clause.ts";
import type { Heading } from "../records/document-text.ts";
import { type ClauseSentence, type Strip, stripsOf } from "./clause-strips.ts";
import { type Draft, draftUnder, finished, take } from "./clause-tree.ts";
import { type MarkFamily, type OutlineMark, outlineMark } from "./outline-marks.ts";
import { nestingOf, type Outside } from "./outline-nesting.ts";

/**
 * 条款. The clauses of a document in order: what stands under each heading, each numbered sentence, each item of an
 * enumeration (一是…；二是…) and each entry of a chronicle. Contents pages, furniture and second printings are left out.
 * Every other character stands in exactly one clause. No sentences give no clauses.
 */
export function clausesOf(sentences: readonly ClauseSentence[]): readonly Clause[] {
  const read = sentences.filter(({ kind, copyOf }) => kind !== "contents" && kind !== "furniture" && copyOf === null);
  const root = draftUnder(null, { mark: "", number: 0, title: "" });
  const strips = stripsOf(read);
  const site: Site = { title: titleOf(read), outside: nestingOf(marksOf(strips)), root };
  let place: Place = { headings: [], items: [], list: null };
  for (const strip of strips) {
    place = placed(place, strip, site);
    take(innermost(place, root), strip);
  }
  return finished(root);
}

interface Site {
  readonly title: Heading | null;
  readonly outside: Outside;
  readonly root: Draft;
}

/** Open drafts: of headings, of numbered sentences under them, of an enumeration under those. */
interface Place {
  readonly headings: readonly { readonly start: number; readonly draft: Draft }[];
  readonly items: readonly Item[];
  readonly list: Draft | null;
}

interface Item {
  readonly family: MarkFamily | "entry";
  readonly draft: Draft;
}

const innermost = ({ headings, items, list }: Place, root: Draft): Draft =>
  list ?? items.at(-1)?.draft ?? headings.at(-1)?.draft ?? root;

/** The title, when every sentence from it on stands under it. */
function titleOf(sentences: readonly ClauseSentence[]): Heading | null {
  const from = sentences.findIndex(({ headings }) => headings.length > 0);
  const title = sentences[from]?.headings[0];
  if (!title || outlineMark(title.text)) return null;
  return sentences.slice(from).every(({ headings }) => headings[0]?.start === title.start) ? title : null;
}

function marksOf(strips: readonly Strip[]): readonly OutlineMark[] {
  return strips.flatMap((strip) => (strip.opens ? (outlineMark(strip.text) ?? []) : []));
}

function placed(place: Place, strip: Strip, site: Site): Place {
  const under = underHeadings(place, strip, site);
  const parent = under.headings.at(-1)?.draft ?? site.root;
  const itemised = strip.opens ? underItem(under, strip, { parent, outside: site.outside }) : under;
  if (!strip.list) return strip.opens ? { ...itemised, list: null } : itemised;
  const list = draftUnder(innermost({ ...itemised, list: null }, site.root), {
    mark: strip.list.written,
    number: strip.list.number,
    title: titleIn(strip.text.slice(strip.list.written.length)),
  });
  return { ...itemised, list };
}

/** Closes headings that no longer stand above and opens those that newly do. */
function underHeadings(place: Place, { sentence, text }: Strip, { title, root }: Site): Place {
  const wanted = sentence.headings.filter(({ start }) => start !== title?.start);
  const same = place.headings.findIndex(({ start }, index) => start !== wanted[index]?.start);
  const kept = same < 0 ? place.headings : place.headings.slice(0, same);
  if (kept.length === wanted.length && kept.length === place.headings.length) return place;
  const headings = [...kept];
  for (const heading of wanted.slice(kept.length)) {
    const parent = headings.at(-1)?.draft ?? root;
    const words = heading.start === sentence.start ? text : heading.text;
    headings.push({ start: heading.start, draft: draftUnder(parent, namesOf(heading.text, words)) });
  }
  return { headings, items: [], list: null };
}

/** Mark, number and title of a headed or numbered part; an annex is counted on after its neighbours. */
function namesOf(heading: string, words: string): { mark: string; number: number | null; title: string } {
  const mark = outlineMark(heading);
  if (!mark) return { mark: "", number: null, title: heading };
  const title = words === heading ? heading.slice(mark.length).trim() : titleIn(words.slice(mark.length));
  const number = mark.family === "附件" ? null : mark.number;
  return { mark: heading.slice(0, mark.length).trim(), number, title };
}

/** A numbered sentence or an entry opens an item; a paragraph that has neither goes on with the item before it. */
function underItem(place: Place, { sentence, text }: Strip, site: { parent: Draft; outside: Outside }): Place {
  if (sentence.headings.some(({ start }) => start === sentence.start)) return place;
  if (sentence.kind === "entry") {
    const draft = draftUnder(site.parent, { mark: "", number: null, title: titleIn(text) });
    return { ...place, items: [{ family: "entry", draft }] };
  }
  const mark = outlineMark(text);
  if (!mark || mark.family === "附件") return place;
  const closed = place.items.findIndex(({ family }) => family === "entry" || !site.outside(family, mark.family));
  const above = closed < 0 ? place.items : place.items.slice(0, closed);
  const words = {
    mark: text.slice(0, mark.length).trim(),
    number: mark.number,
    title: titleIn(text.slice(mark.length)),
  };
  const draft = draftUnder(above.at(-1)?.draft ?? site.parent, words);
  return { ...place, items: [...above, { family: mark.family, draft }] };
}

/** First words of a sentence up to its first pause. */
function titleIn(text: string): string {
  const words = text.replace(/^[\s，,、：:]+/u, "").trimEnd();
  const pause = words.search(/[，,。；;：:！!？?]/u);
  return words.slice(0, pause < 0 ? 40 : Math.min(pause, 40)).trim();
}
