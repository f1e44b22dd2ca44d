import type { ClausePlace } from "@qipan/policy/records/clause-link";
import type { Output } from "@qipan/server/contract/client";
import { liesIn, provinces } from "../format/place.ts";

/** 各地方案. What the API says of a document and the schemes that implement it. */
export type Matrix = Output<"compareSchemes">;
export type Scheme = Matrix["schemes"][number];

/** One scheme on one clause: the clauses that serve it, or whether only clauses inside it are served, or nothing. */
export interface SchemeCell {
  readonly scheme: Scheme;
  readonly clauses: readonly ClausePlace[];
  readonly isServedBelow: boolean;
}

export interface SchemeRow {
  readonly clause: ClausePlace;
  readonly cells: readonly SchemeCell[];
  /** Some scheme leaves the clause and all inside it out. */
  readonly hasGap: boolean;
}

/** 方案次序. Schemes in the order of the three places, those of other places or none after them, each with its cells. */
export function inPlaceOrder({ upper, schemes, rows }: Matrix): Matrix {
  const order = schemes.map((_, index) => index).toSorted((a, b) => rankOf(schemes[a]) - rankOf(schemes[b]));
  const ordered = <T>(items: readonly T[]): T[] => order.flatMap((index) => items[index] ?? []);
  return {
    upper,
    schemes: ordered(schemes),
    rows: rows.map(({ clause, cells }) => ({ clause, cells: order.map((index) => cells[index] ?? []) })),
  };
}

function rankOf(scheme: Scheme | undefined): number {
  const found = provinces.findIndex((province) => scheme?.scope.some((code) => liesIn(code, province)));
  return found < 0 ? provinces.length : found;
}

/** 对照各行. A row a clause, a cell a scheme; a clause whose parts are served is not left out. */
export function schemeRows({ schemes, rows }: Matrix): readonly SchemeRow[] {
  return rows.map(({ clause, cells }) => {
    const below = rows.filter((other) => other.clause.path.startsWith(`${clause.path}.`));
    const shown = schemes.map((scheme, index): SchemeCell => {
      const clauses = cells[index] ?? [];
      const isServedBelow = clauses.length === 0 && below.some((other) => (other.cells[index] ?? []).length > 0);
      return { scheme, clauses, isServedBelow };
    });
    return { clause, cells: shown, hasGap: shown.some(isGap) };
  });
}

/** Whether a scheme leaves a clause out. */
export function isGap({ clauses, isServedBelow }: SchemeCell): boolean {
  return clauses.length === 0 && !isServedBelow;
}

/** How many clauses a scheme serves, wholly or in parts. */
export function servedBy(rows: readonly SchemeRow[], { document }: Scheme): number {
  return rows.filter(({ cells }) => cells.some((cell) => cell.scheme.document === document && !isGap(cell))).length;
}
