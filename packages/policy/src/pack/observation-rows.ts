import type { NewObservation } from "../records/observation.ts";
import { valueOf } from "../records/value.ts";
import type { IndicatorRow } from "./indicators.ts";
import type { PackContext } from "./pack-entry.ts";
import type { ObservationRow } from "./observations.ts";
import { ownerOf } from "./owner.ts";

/** 包行成观测. Every value of a pack with its unit, its kind as far as the catalogue says, and its row as evidence. */
export function observationRows(context: PackContext): readonly NewObservation[] {
  const indicators = new Map(context.rows("indicators").map((row) => [row.id, row]));
  return context.rows("observations").flatMap((row) => {
    const indicator = indicators.get(row.indicator);
    return indicator ? [observationOf(row, indicator, context)] : [];
  });
}

/** 行名. Name of an observation's row: what makes it unique, joined by `|`. */
export function observationKey(
  row: Pick<ObservationRow, "indicator" | "region" | "series" | "vintage"> & {
    readonly period: { readonly written: string };
  },
): string {
  return [row.indicator, row.region, row.period.written, row.series ?? "", row.vintage ?? ""].join("|");
}

function observationOf(row: ObservationRow, indicator: IndicatorRow, context: PackContext): NewObservation {
  const qualifier = row.qualifier === "cumulative" || row.qualifier === "derived" ? "exact" : row.qualifier;
  return {
    jurisdiction: ownerOf([row.region], context.parentOf),
    visibility: "public",
    sharedWith: [],
    indicator: row.indicator,
    region: row.region,
    period: row.period.written,
    periodStart: row.period.start,
    periodEnd: row.period.end,
    series: row.series ?? "",
    vintage: row.vintage ?? "",
    value: valueOf(row.value, qualifier),
    unit: indicator.unit,
    valueKind: valueKindOf(row, indicator),
    priceBasis: priceBasisOf(indicator),
    derived: row.qualifier === "derived",
    confidence: row.confidence,
    note: row.note,
    evidence: {
      kind: "pack",
      pack: context.pack,
      table: "observations",
      row: observationKey(row),
      source: row.sourceId,
      sourceTitle: row.source,
      confidence: row.confidence,
    },
  };
}

/** What the catalogue states about the kind of number; where it states nothing the kind stays unstated. */
function valueKindOf(row: ObservationRow, indicator: IndicatorRow): NewObservation["valueKind"] {
  if (row.qualifier === "cumulative" || indicator.frequency === "cumulative") return "cumulative";
  return indicator.unit.startsWith("index") ? "index" : "unstated";
}

/** 价格基础. Read from the definition: 当年价格 current, 不变价 or 剔除价格 constant; money without a word is unstated. */
function priceBasisOf(indicator: IndicatorRow): NewObservation["priceBasis"] {
  if (/不变价|可比价|剔除价格/u.test(indicator.definition)) return "constant";
  if (/当年价|现价/u.test(indicator.definition)) return "current";
  return indicator.unit.includes("CNY") ? "unstated" : "none";
}
