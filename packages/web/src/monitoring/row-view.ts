import type { Observation } from "@qipan/policy/records/observation";
import type { MonitoringRow, Verdict } from "@qipan/server/contract/observations";
import { fieldsOf } from "../fields-of.ts";
import { provinces } from "../format/place.ts";

/** Regions that a line of the catalogue has columns for. */
export const lineRegions = [...provinces, "JJJ"] as const;

/** 同期. The period most of the line's values are of, the latest when two are even; null when there is no value. */
export function commonPeriod(latest: Readonly<Record<string, Observation>>): string | null {
  const counts = new Map<string, number>();
  for (const region of lineRegions) {
    const period = latest[region]?.period;
    if (period) counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const ordered = [...counts].sort(([a, n], [b, m]) => m - n || b.localeCompare(a));
  return ordered[0]?.[0] ?? null;
}

/** 当看的目标. The target a line shows: the next one due after the day, else the one due last; those of `region` first. */
export function foremost(
  verdicts: MonitoringRow["verdicts"],
  day: string | undefined,
  region?: string,
): Verdict | undefined {
  const own = region ? verdicts.filter((verdict) => regionOf(verdict) === region) : [];
  const pool = (own.length > 0 ? own : verdicts).toSorted((a, b) => dueOf(a).localeCompare(dueOf(b)));
  return (
    pool.find((verdict) => day !== undefined && dueOf(verdict) >= day && dueOf(verdict) !== endless) ??
    pool.findLast((verdict) => dueOf(verdict) !== endless) ??
    pool[0]
  );
}

/** Region of a verdict's target. */
export function regionOf(verdict: Verdict): string {
  return fieldsOf(verdict.target, "target").region;
}

const endless = "9999";

function dueOf(verdict: Verdict): string {
  return fieldsOf(verdict.target, "target").due ?? endless;
}
