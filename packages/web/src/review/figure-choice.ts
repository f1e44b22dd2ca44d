import {
  type FigureChoice,
  figureChoice,
  type KnownIndicator,
  observationProposal,
} from "@qipan/policy/indicators/observation-proposal";
import type { MeasurementReading } from "@qipan/policy/records/reading";
import type { TypedValue } from "@qipan/policy/records/value";
import { isDay } from "../format/day.ts";

/** 补定各栏. What stands in the form of a figure, trimmed: the indicator by its key, the region by its code; empty is open. */
export type FigureTexts = Readonly<Record<FigureField, string>>;
export type FigureField = keyof FigureChoice;

/** What a figure is completed against. */
export interface FigureMatter {
  readonly reading: MeasurementReading;
  /** Key of the indicator that the reading proposes by itself, null when it proposes none. */
  readonly proposed: string | null;
  /** Indicators to choose from; null while they are not all at hand, and the server then judges alone. */
  readonly catalogue: readonly KnownIndicator[] | null;
}

/** 有误. Why a field does not complete the figure. */
export type FigureFault = "required" | "choice" | "date" | "order" | "number" | "noIndicator" | "unit" | "level";
export type FigureFaults = Partial<Record<FigureField, FigureFault>>;

/** What the form reads as: the choice to send with the value that will stand (null: the server knows), or what is wrong. */
export type FigureRead =
  | { readonly ok: true; readonly choice: FigureChoice; readonly becomes: TypedValue | null }
  | { readonly ok: false; readonly faults: FigureFaults };

const fields = ["indicator", "region", "periodStart", "periodEnd", "value"] as const satisfies readonly FigureField[];
/** Region of a reading whose sentence shows none. */
const unplaced = "n/a";

/** 读补定. Judges what stands in the form as the server will, and keeps of it what the reading does not say by itself. */
export function readFigure(texts: FigureTexts, matter: FigureMatter): FigureRead {
  const faults = faultsIn(texts, matter);
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const choice = figureChoice.parse(changed(texts, matter));
  if (!matter.catalogue) return { ok: true, choice, becomes: null };
  const proposal = observationProposal(matter.reading, matter.catalogue, { ...choice, indicator: texts.indicator });
  if (proposal.ok) return { ok: true, choice, becomes: proposal.row.value };
  return { ok: false, faults: faultOf[proposal.missing] };
}

const faultOf: Record<"indicator" | "period" | "value" | "unit", FigureFaults> = {
  indicator: { indicator: "noIndicator" },
  period: { periodEnd: "order" }, // both days are days by now
  unit: { value: "unit" },
  value: { value: "level" },
};

/** What the form shows at first: what the reading says, the indicator also where the catalogue has its very name. */
export function firstTexts({ reading, proposed, catalogue }: FigureMatter): FigureTexts {
  const named = catalogue?.find(({ title }) => title === reading.indicator)?.key;
  return {
    indicator: proposed ?? named ?? "",
    region: reading.region === unplaced ? "" : reading.region,
    periodStart: reading.period.start ?? "",
    periodEnd: reading.period.end ?? "",
    value: "",
  };
}

function faultsIn(
  { indicator, region, periodStart, periodEnd, value }: FigureTexts,
  matter: FigureMatter,
): FigureFaults {
  const { catalogue } = matter;
  const isUnknown = catalogue !== null && catalogue.every(({ key }) => key !== indicator);
  const found: readonly (readonly [FigureField, FigureFault | null])[] = [
    ["indicator", indicator === "" ? "required" : isUnknown ? "noIndicator" : null],
    ["region", region === "" ? "choice" : null],
    ["periodStart", dayFault(periodStart)],
    ["periodEnd", dayFault(periodEnd)],
    ["value", value === "" || Number.isFinite(numberOf(value)) ? null : "number"],
  ];
  return Object.fromEntries(found.filter(([, fault]) => fault !== null));
}

function dayFault(text: string): FigureFault | null {
  if (text === "") return "required";
  return isDay(text) ? null : "date";
}

function changed(texts: FigureTexts, { reading, proposed }: FigureMatter): Readonly<Record<string, unknown>> {
  const said: Readonly<Record<FigureField, string | null>> = {
    indicator: proposed,
    region: reading.region,
    periodStart: reading.period.start,
    periodEnd: reading.period.end,
    value: null,
  };
  const own = fields.filter((field) => texts[field] !== "" && texts[field] !== said[field]);
  return Object.fromEntries(own.map((field) => [field, field === "value" ? numberOf(texts.value) : texts[field]]));
}

/** A number as typed, full-width or not, thousands separated by commas or not; a true minus counts as one. NaN when it is none. */
function numberOf(typed: string): number {
  const plain = typed.normalize("NFKC").replaceAll(",", "").replace("−", "-");
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN;
}
