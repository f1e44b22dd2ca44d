import * as suite from "@microsoft/recognizers-text-suite";
import { isoDay, linesOf, type Meaning, type Peer, type PeerReading, timeMeanings } from "./peer.ts";
import { recognizerUnit } from "./recognizer-units.ts";

const { recognizeCurrency, recognizeDateTime, recognizeDimension, recognizeNumber, recognizePercentage } = suite;
const culture = "zh-cn";

/** Microsoft Recognizers-Text, its five models that bear on dates and amounts, line by line as its users run it. */
export const recognizers: Peer = {
  name: "Recognizers",
  types: ["time", "quantity"],
  read: (text, day) => {
    const reference = new Date(`${day}T12:00:00`);
    return linesOf(text).flatMap(({ line, start }) =>
      readLine(line, reference).map((one) => ({ ...one, start: one.start + start, end: one.end + start })),
    );
  },
};

/** What the models give: `end` is the last unit of the span, not the one after it. */
interface Found {
  readonly start: number;
  readonly end: number;
  readonly typeName: string;
  readonly resolution?: Readonly<Record<string, unknown>> | null;
}

/** 五模型. Everything that the five models find in a line, as their callers get it. */
export function allModels(line: string, reference: Date): readonly Found[] {
  return [
    ...recognizeDateTime(line, culture, undefined, reference),
    ...recognizeCurrency(line, culture),
    ...recognizeDimension(line, culture),
    ...recognizePercentage(line, culture),
    ...recognizeNumber(line, culture),
  ];
}

/** Dates go before amounts, longer amounts before the numbers inside them: what its own models hold twice is no fault. */
function readLine(line: string, reference: Date): readonly PeerReading[] {
  const all = allModels(line, reference).flatMap(readingOf);
  const times = all.filter(({ type }) => type === "time");
  const amounts = all
    .filter(({ type }) => type === "quantity")
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: PeerReading[] = [...times];
  for (const amount of amounts)
    if (!kept.some((other) => amount.start < other.end && other.start < amount.end)) kept.push(amount);
  return kept;
}

function readingOf({ start, end, typeName, resolution }: Found): readonly PeerReading[] {
  const span = { start, end: end + 1 };
  if (!typeName.startsWith("datetimeV2")) return amount(span, resolution ?? {});
  const values = (resolution?.["values"] ?? []) as readonly Readonly<Record<string, string>>[]; // the form of this model
  if (typeName.endsWith(".duration"))
    return [{ type: "quantity", ...span, meanings: values.flatMap(({ timex = "" }) => length(timex)) }];
  return [{ type: "time", ...span, meanings: values.flatMap(interval) }];
}

/** A day, or an interval whose end is the day after it; the end itself is accepted too. */
function interval({ value, start, end }: Readonly<Record<string, string>>): readonly Meaning[] {
  const [first, last] = [dayOf(value ?? start), dayOf(value ?? end)];
  if (first === null && last === null) return [];
  return [...timeMeanings(first, last), ...(last === null || value ? [] : timeMeanings(first, dayBefore(last)))];
}

const dayOf = (text: string | undefined): string | null => /^\d{4}-\d\d-\d\d/u.exec(text ?? "")?.[0] ?? null;

function dayBefore(day: string): string {
  const [year = 1, month = 1, date = 1] = day.split("-").map(Number);
  return isoDay(year, month, date - 1);
}

const lengths: Readonly<Record<string, string>> = { Y: "年", M: "月", W: "wk", D: "d", TH: "h", TM: "min", TS: "s" };

/** A length of time is an amount by our guide: P4Y is 4 年, PT1.5H is 1.5 h. */
function length(timex: string): readonly Meaning[] {
  const [, clock = "", size = "", letter = ""] = /^P(T?)([\d.]+)([YMWDHS])$/u.exec(timex) ?? [];
  const unit = lengths[clock + letter];
  return unit ? [{ value: Number(size), unit, comparator: "=" }] : [];
}

function amount(span: { start: number; end: number }, resolution: Readonly<Record<string, unknown>>): PeerReading[] {
  const { value, unit, isoCurrency } = resolution;
  if (typeof value !== "string") return [];
  const named = typeof isoCurrency === "string" ? isoCurrency : typeof unit === "string" ? recognizerUnit(unit) : null;
  const units = value.endsWith("%") ? ["%", "pp"] : [named];
  const size = Number(value.replace("%", ""));
  return [{ type: "quantity", ...span, meanings: units.map((one) => ({ value: size, unit: one, comparator: "=" })) }];
}
