import { headlines } from "@qipan/policy/indicators/headline";
import type { Observation } from "@qipan/policy/records/observation";
import { isYear } from "../format/period.ts";

/** 线. The yearly values of one region in one vintage, in order; `main` carries most of the values that stand. */
export interface VintageLine {
  readonly vintage: string;
  readonly main: boolean;
  readonly points: readonly { readonly year: number; readonly held: Observation }[];
}

/** 数列. What one region has: lines by vintage, the years they cover, and the values that are no plain year. */
export interface RegionSeries {
  readonly lines: readonly VintageLine[];
  readonly years: readonly number[];
  readonly others: readonly Observation[];
}

/**
 * Sorts the observations of an indicator for one region. Versions are never joined: each vintage is a line of its own,
 * the one that most standing values come from first. Breakdowns and spans that are no calendar year go to `others`.
 */
export function seriesOf(observations: readonly Observation[], region: string): RegionSeries {
  const own = observations.filter((row) => row.region === region);
  const yearly = own.filter((row) => row.series === "" && isYear(row.period));
  const standing = headlines(yearly);
  const weight = (vintage: string): number => standing.filter((row) => row.vintage === vintage).length;
  const vintages = [...new Set(yearly.map((row) => row.vintage))].sort(
    (a, b) => weight(b) - weight(a) || b.localeCompare(a),
  );
  const years = yearly.map((row) => Number(row.period));
  return {
    lines: vintages.map((vintage, index) => ({ vintage, main: index === 0, points: pointsOf(yearly, vintage) })),
    years: years.length === 0 ? [] : range(Math.min(...years), Math.max(...years)),
    others: own.filter((row) => !yearly.includes(row)).sort((a, b) => b.periodEnd.localeCompare(a.periodEnd)),
  };
}

/** The value of a line in a year, undefined where the vintage has none. */
export function valueIn(line: VintageLine, year: number): Observation | undefined {
  return line.points.find((point) => point.year === year)?.held;
}

/**
 * Change of the newest standing value on `baseYear`, null unless both are exact and of one vintage: a difference across
 * versions measures the revision, not the thing.
 */
export function changeSince(observations: readonly Observation[], region: string, baseYear: number): number | null {
  const standing = headlines(observations.filter((row) => row.region === region && isYear(row.period)));
  const [last, base] = [standing.at(-1), standing.find((row) => row.period === String(baseYear))];
  if (!last || !base || last === base || last.vintage !== base.vintage) return null;
  if (last.value.qualifier !== "exact" || base.value.qualifier !== "exact") return null;
  return Number((last.value.nominal - base.value.nominal).toPrecision(10));
}

/** Regions that have values besides the three places, the joint space and the nation first. */
export function otherRegions(observations: readonly Observation[]): readonly string[] {
  const held = new Set(observations.map((row) => row.region));
  const rest = [...held].filter((region) => !["110000", "120000", "130000", "JJJ", "CN"].includes(region)).sort();
  return [...["JJJ", "CN"].filter((region) => held.has(region)), ...rest];
}

function pointsOf(yearly: readonly Observation[], vintage: string): VintageLine["points"] {
  return yearly
    .filter((row) => row.vintage === vintage)
    .map((held) => ({ year: Number(held.period), held }))
    .sort((a, b) => a.year - b.year);
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
