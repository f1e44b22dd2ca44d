import type { Observation } from "../records/observation.ts";

/** 文件所引. Vintage of a figure that a document quotes: it stands beside what a publisher released, never in its place. */
export const quotedVintage = "quoted";

/**
 * 版本次序. Which vintage stands for a value when several are held: revisions after a census first, then figures without
 * a vintage, then the first release; a named release counts by its year. Unknown names rank last.
 */
const vintageRanks: readonly (readonly [pattern: RegExp, rank: number])[] = [
  [/^(final|revised)-census\d+$/u, 4],
  [/^release-\d{4}$/u, 3],
  [/^$/u, 2],
  [/^restated$/u, 2],
  [/^initial$/u, 1],
  [/^quoted$/u, 0],
];

/**
 * 主值. One observation for each region and period out of the series without a breakdown: the newest kind of vintage,
 * and among releases the latest. Input order does not matter; forecasts are never headline. Empty in, empty out.
 */
export function headlines(observations: readonly Observation[]): readonly Observation[] {
  const best = new Map<string, Observation>();
  for (const candidate of observations) {
    if (candidate.series !== "" || candidate.vintage === "forecast") continue;
    const key = `${candidate.indicator}|${candidate.region}|${candidate.period}`;
    const held = best.get(key);
    if (!held || precedes(candidate, held)) best.set(key, candidate);
  }
  return [...best.values()].sort((a, b) => compare(a.periodEnd, b.periodEnd) || compare(a.region, b.region));
}

/** The latest headline value of a region, by end of period; undefined where none is held. */
export function latest(observations: readonly Observation[], region: string): Observation | undefined {
  return headlines(observations.filter((row) => row.region === region)).at(-1);
}

function precedes(a: Observation, b: Observation): boolean {
  const difference = rankOf(a.vintage) - rankOf(b.vintage);
  return difference === 0 ? a.vintage > b.vintage : difference > 0;
}

function rankOf(vintage: string): number {
  return vintageRanks.find(([pattern]) => pattern.test(vintage))?.[1] ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
