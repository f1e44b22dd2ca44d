import { clauseLinks } from "@qipan/ledger/clause-links";
import type { Tx } from "@qipan/ledger/transaction";
import { likelyPairs } from "@qipan/policy/programme/clause-likeness";
import type { Clause } from "@qipan/policy/records/clause";
import type { ClauseLink, ClausePlace } from "@qipan/policy/records/clause-link";
import type { Id } from "@qipan/policy/records/identity";
import { placeOf, storedClauses } from "./stored-clauses.ts";

/** 条款相承. How the clauses of one document serve those of another. */
export interface Serving {
  readonly clauses: { readonly lower: ClausePlace[]; readonly upper: ClausePlace[] };
  readonly links: ClauseLink[];
  readonly suggestions: { readonly lower: ClausePlace; readonly upper: ClausePlace; readonly likeness: number }[];
  readonly unserved: ClausePlace[];
  readonly orphans: ClausePlace[];
  readonly counts: { readonly lower: number; readonly upper: number; readonly linked: number };
}

/**
 * 相承. Links that officers made, likely pairs that no link says yet, clauses of the upper document that nothing serves and
 * clauses of the lower one that serve nothing; a clause above a served one counts as served, one below does not.
 */
export async function servingOf(tx: Tx, { lower, upper }: { lower: Id; upper: Id }): Promise<Serving> {
  const links = [...(await clauseLinks(tx, { lower, upper }))];
  const [below, above] = [await storedClauses(tx, lower), await storedClauses(tx, upper)];
  const linkedBelow = pathsOf(
    links.map((link) => link.lower),
    below,
  );
  const linkedAbove = pathsOf(
    links.map((link) => link.upper),
    above,
  );
  const pairs = likelyPairs(below, above).filter((pair) => !isLinked(pair, links));
  return {
    clauses: {
      lower: headed(below).map((clause) => placeOf(lower, clause)),
      upper: headed(above).map((clause) => placeOf(upper, clause)),
    },
    links,
    suggestions: pairs.map((pair) => ({
      lower: placeOf(lower, pair.lower),
      upper: placeOf(upper, pair.upper),
      likeness: pair.likeness,
    })),
    unserved: headed(above)
      .filter(({ path }) => !isUnder(linkedAbove, path))
      .map((clause) => placeOf(upper, clause)),
    orphans: headed(below)
      .filter(({ path }) => !isUnder(linkedBelow, path))
      .map((clause) => placeOf(lower, clause)),
    counts: { lower: headed(below).length, upper: headed(above).length, linked: links.length },
  };
}

/** Clauses that can serve and be served: the text before the first heading is none. */
export function headed(clauses: readonly Clause[]): readonly Clause[] {
  return clauses.filter(({ path, title }) => path !== "0" && title !== "");
}

/** Links name clauses by address; the path may have been written otherwise when the link was made. */
function pathsOf(places: readonly ClausePlace[], clauses: readonly Clause[]): ReadonlySet<string> {
  return new Set(places.map(({ address, path }) => clauses.find(({ first }) => first === address)?.path ?? path));
}

/** Whether a clause, or one inside it, is linked. */
function isUnder(linked: ReadonlySet<string>, path: string): boolean {
  return linked.has(path) || [...linked].some((other) => other.startsWith(`${path}.`));
}

function isLinked({ lower, upper }: { lower: Clause; upper: Clause }, links: readonly ClauseLink[]): boolean {
  return links.some((link) => link.lower.address === lower.first && link.upper.address === upper.first);
}
