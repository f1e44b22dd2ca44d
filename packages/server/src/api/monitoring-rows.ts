import { entriesPage } from "@qipan/ledger/entry-queries";
import { observationsOf } from "@qipan/ledger/observation-queries";
import type { Tx } from "@qipan/ledger/transaction";
import { headlines } from "@qipan/policy/indicators/headline";
import { verdictOf } from "@qipan/policy/indicators/verdict";
import type { Entry } from "@qipan/policy/records/entry";
import type { CalendarDate } from "@qipan/policy/records/identity";
import type { Observation } from "@qipan/policy/records/observation";
import type { TargetFields } from "@qipan/policy/records/target";
import type { MonitoringRow } from "../contract/observations.ts";

/** As of which day, what was known when, and whether values from memory take part in verdicts. */
export interface MonitoringTerms {
  readonly asOf: CalendarDate;
  readonly knownOn?: CalendarDate | undefined;
  readonly includeRecalled: boolean;
}

/** 监测行. The rows of some indicators, in their order, with three queries however many they are. */
export async function monitoringRows(
  tx: Tx,
  indicators: readonly Entry[],
  terms: MonitoringTerms,
): Promise<readonly MonitoringRow[]> {
  const keys = indicators.map(({ key }) => key);
  if (keys.length === 0) return [];
  const { asOf, knownOn } = terms;
  const observations = Map.groupBy(
    await observationsOf(tx, { indicators: keys, asOf, knownOn }),
    ({ indicator }) => indicator,
  );
  const targets = Map.groupBy(await targetsOf(tx, keys, terms), ({ fields }) => String(fields["indicator"]));
  return indicators.map((indicator) => {
    const held = observations.get(indicator.key) ?? [];
    return rowOf(indicator, { held, targets: targets.get(indicator.key) ?? [], terms });
  });
}

/** Targets at most for one set of indicators; far more than any programme sets. */
const mostTargets = 1000;

/** 目标. Targets of some indicators, or all with null; targets from memory only where those take part. */
export async function targetsOf(
  tx: Tx,
  indicators: readonly string[] | null,
  terms: MonitoringTerms,
): Promise<readonly Entry[]> {
  const { asOf, knownOn, includeRecalled } = terms;
  const where = indicators === null ? {} : { indicator: indicators };
  const { items } = await entriesPage(tx, { kind: "target", where, sort: "when", limit: mostTargets, asOf, knownOn });
  return items.filter(({ confidence }) => includeRecalled || confidence === "verified");
}

interface Held {
  readonly held: readonly Observation[];
  readonly targets: readonly Entry[];
  readonly terms: MonitoringTerms;
}

function rowOf(indicator: Entry, { held, targets, terms }: Held): MonitoringRow {
  const main = headlines(held);
  const byRegion = Map.groupBy(main, ({ region }) => region);
  const regions = [...byRegion];
  return {
    indicator,
    latest: Object.fromEntries(regions.flatMap(([region, rows]) => rows.slice(-1).map((row) => [region, row]))),
    trend: Object.fromEntries(regions.map(([region, rows]) => [region, yearly(rows).map(pointOf)])),
    verdicts: targets.map((target) => ({ target, ...verdictOf(target.fields as TargetFields, held, terms) })), // the register has checked the fields
    held: held.length,
    recalled: held.filter(({ confidence }) => confidence === "recalled").length,
  };
}

/** Whole years where there are any: months between them would bend the line. */
function yearly(rows: readonly Observation[]): readonly Observation[] {
  const years = rows.filter(
    ({ periodStart, periodEnd }) => periodStart.endsWith("-01-01") && periodEnd.endsWith("-12-31"),
  );
  return years.length > 0 ? years : rows;
}

function pointOf({ period, periodEnd, value, confidence }: Observation): MonitoringRow["trend"][string][number] {
  return { period, year: Number(periodEnd.slice(0, 4)), nominal: value.nominal, confidence };
}
