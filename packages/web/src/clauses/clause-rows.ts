import type { ClauseLink, ClausePlace } from "@qipan/policy/records/clause-link";
import type { Output } from "@qipan/server/contract/client";

/** 条款之间. What the API says of two documents. */
export type ClauseLinks = Output<"listClauseLinks">;
export type Suggestion = ClauseLinks["suggestions"][number];

/** 上位一条. A clause of the upper document with what serves it and what is likely to. */
export interface ClauseRow {
  readonly upper: ClausePlace;
  readonly links: readonly ClauseLink[];
  readonly suggestions: readonly Suggestion[];
  /** Neither the clause nor one inside it is served. */
  readonly isUnserved: boolean;
}

/** 逐条. Every clause of the upper document in its order; links in order of the lower one, the likeliest pair first. */
export function clauseRows(of: ClauseLinks): readonly ClauseRow[] {
  const links = Map.groupBy(standing(of), ({ upper }) => upper.address);
  const suggestions = Map.groupBy(of.suggestions, ({ upper }) => upper.address);
  const unserved = new Set(of.unserved.map(({ address }) => address));
  return upperClauses(of).map((upper) => ({
    upper,
    isUnserved: unserved.has(upper.address),
    links: (links.get(upper.address) ?? []).toSorted((a, b) => inOrder(a.lower, b.lower)),
    suggestions: (suggestions.get(upper.address) ?? []).toSorted((a, b) => b.likeness - a.likeness),
  }));
}

/** Links that were not taken back. */
export function standing({ links }: Pick<ClauseLinks, "links">): readonly ClauseLink[] {
  return links.filter(({ withdrawn }) => withdrawn === null);
}

/** Clauses of the upper document in order of its text. */
export function upperClauses(of: ClauseLinks): readonly ClausePlace[] {
  return distinct([...of.clauses.upper, ...[...standing(of), ...of.suggestions].map(({ upper }) => upper)]);
}

/** Clauses of the lower document in order of its text. */
export function lowerClauses(of: ClauseLinks): readonly ClausePlace[] {
  return distinct([...of.clauses.lower, ...[...standing(of), ...of.suggestions].map(({ lower }) => lower)]);
}

function distinct(places: readonly ClausePlace[]): readonly ClausePlace[] {
  return [...new Map(places.map((place) => [place.address, place])).values()].toSorted(inOrder);
}

/** Order of the text: by paragraph, then by sentence. */
export function inOrder(a: ClausePlace, b: ClausePlace): number {
  const [x, y] = [numbersOf(a.address), numbersOf(b.address)];
  return x.paragraph - y.paragraph || x.sentence - y.sentence;
}

function numbersOf(address: string): { readonly paragraph: number; readonly sentence: number } {
  const [, paragraph, sentence] = /^p(\d+)\.s(\d+)$/u.exec(address) ?? [];
  return { paragraph: Number(paragraph), sentence: Number(sentence) };
}

/** How deep a clause lies: 1 for a part of the document, at most 4. */
export function depthOf({ path }: ClausePlace): number {
  return Math.min(path.split(".").length, 4);
}
