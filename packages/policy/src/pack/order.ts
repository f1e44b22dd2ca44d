import { writtenDateOf } from "./dates.ts";
import { errorAt, type Finding } from "./finding.ts";
import type { TableKind } from "./kinds.ts";
import { type Pack, rowsOf } from "./pack.ts";
import { cellOf } from "./table.ts";

/** 先后. Pairs of columns of which the second may not lie before the first. */
const ORDERED: readonly { readonly kind: TableKind; readonly first: string; readonly last: string }[] = [
  { kind: "events", first: "date_start", last: "date_end" },
  { kind: "plans", first: "period_start", last: "period_end" },
  { kind: "projects", first: "start", last: "finish" },
  { kind: "aliases", first: "valid_from", last: "valid_to" },
  { kind: "divisions", first: "valid_from", last: "valid_to" },
];

/** 精度列. Date columns whose precision must be the one that the column `precision` names. */
const PRECISE: readonly { readonly kind: TableKind; readonly column: string }[] = [
  { kind: "events", column: "date_start" },
  { kind: "events", column: "date_end" },
  { kind: "agreements", column: "signed" },
];

/** 规划年限. Number of years that a plan of a kind spans. */
const YEARS_OF_PLAN = new Map([
  ["annual", 1],
  ["three-year", 3],
  ["five-year", 5],
]);

/** 日期有序. Dates in order, of the stated precision, and plans as long as their kind says. */
export function orderFindings(pack: Pack): readonly Finding[] {
  return [...reversed(pack), ...imprecise(pack), ...oddSpans(pack)];
}

function reversed(pack: Pack): readonly Finding[] {
  return ORDERED.flatMap(({ kind, first, last }) =>
    rowsOf(pack, kind).flatMap(({ table, row }) => {
      const from = writtenDateOf(cellOf(row, first));
      const to = writtenDateOf(cellOf(row, last));
      if (!from || !to || from.start <= to.end) return [];
      const expected = `a date not before ${first} ${from.written}`;
      const advice = `Correct ${first} or ${last}.`;
      return [errorAt({ table, row, column: last }, { code: "dates-reversed", found: to.written, expected, advice })];
    }),
  );
}

function imprecise(pack: Pack): readonly Finding[] {
  return PRECISE.flatMap(({ kind, column }) =>
    rowsOf(pack, kind).flatMap(({ table, row }) => {
      const date = writtenDateOf(cellOf(row, column));
      const precision = cellOf(row, "precision");
      if (!date || date.precision === precision) return [];
      const expected = `a date of precision ${precision}`;
      const advice = "Write the date as precisely as the column precision says, or change that column.";
      return [errorAt({ table, row, column }, { code: "precision", found: date.written, expected, advice })];
    }),
  );
}

function oddSpans(pack: Pack): readonly Finding[] {
  return rowsOf(pack, "plans").flatMap(({ table, row }) => {
    const years = YEARS_OF_PLAN.get(cellOf(row, "kind"));
    const from = cellOf(row, "period_start");
    const to = cellOf(row, "period_end");
    if (!years || !from || !to || Number(to) - Number(from) + 1 === years) return [];
    const expected = `${years} calendar ${years === 1 ? "year" : "years"} for a ${cellOf(row, "kind")} plan`;
    const advice = "Correct the years or the kind.";
    return [
      errorAt({ table, row, column: "period_end" }, { code: "plan-span", found: `${from}–${to}`, expected, advice }),
    ];
  });
}
