import type { Cells } from "./word-rows.ts";
import type { Word } from "./word-table.ts";

/**
 * 约数约定. What a word beside a number is taken to mean: bounds as factors of the number, `place` one step of its last
 * written place above it, null no bound; `lowOpen` and `highOpen` leave the bound itself out.
 */
export interface Approximation {
  readonly low: number | null;
  readonly high: number | "place" | null;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** 读约定. Reads a row of approximations.tsv; throws on a bound that is neither a number, `place` nor `-`. */
export function approximation(cells: Cells): Word<Approximation> {
  const end = (column: string): boolean => cells.oneOf(column, ["open", "closed"]) === "open";
  const low = cells.take("low") === "-" ? null : cells.number("low");
  const written = cells.take("high");
  const high = written === "-" ? null : written === "place" ? "place" : cells.number("high");
  return {
    written: cells.take("written"),
    value: { low, high, lowOpen: end("low_end"), highOpen: end("high_end") },
  };
}
