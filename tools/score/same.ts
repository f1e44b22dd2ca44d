import type { OutputRecord } from "@qipan/policy/extraction/record";
import type { GoldRecord } from "./gold.ts";

/** 属性. Which attributes of a pair agree; `right` is the one that the joint figure asks for. */
export type Agreement = Readonly<Record<string, boolean>> & { readonly right: boolean };

/** 比较. Compares what was read with what was expected of the same kind, attribute by attribute. */
export function agreementOf(gold: GoldRecord, read: OutputRecord): Agreement {
  switch (gold.type) {
    case "time": {
      const interval = sameDays(gold, read);
      return { interval, ...listed(["class", "precision", "time_type"], gold, read), right: interval };
    }
    case "quantity": {
      const amount = sameAmount(gold, read);
      const comparator = isAmong("comparator", gold, read);
      const other = (gold.ok?.["quantity"] ?? []).some((one) => fitsAmount(one, read));
      return {
        amount: amount || other,
        comparator: comparator || other,
        ...listed(["polarity", "role"], gold, read),
        right: (amount && comparator) || other,
      };
    }
    case "measurement":
      return measurement(gold, read);
    case "commitment":
    case "achievement": {
      const deadline = isAmong("deadline", gold, read);
      const target = [gold["target"], ...(gold.ok?.["target"] ?? [])].some((one) => sameTarget(one, read["target"]));
      const region = sameRegion(gold, read);
      return { deadline, target, region, ...listed(["domain", "status"], gold, read), right: deadline && target };
    }
    case "event": {
      const interval = sameDays(gold, read);
      const people = isAmong("participants", gold, read, (list) => setOf(list));
      const place = isAmong("place", gold, read, (name) => textOf(name).replaceAll(/[“”‘’]/gu, ""));
      return { interval, place, participants: people, ...listed(["kind"], gold, read), right: interval };
    }
    case "title": {
      const named = isAmong("class", gold, read);
      return { class: named, right: named };
    }
    case "region": {
      const codes = isAmong("codes", gold, read, regionOf);
      return { codes, right: codes };
    }
    case "organisation":
      return { right: true };
  }
}

function measurement(gold: GoldRecord, read: OutputRecord): Agreement {
  const other = (gold.ok?.["quantity"] ?? []).some((one) => fitsAmount(one, read));
  const amount = sameAmount(gold, read) || other;
  const [given, wanted] = [read["period"] as Days, gold["period"] as Days]; // both are written with `start` and `end`
  const period = isSame(wanted, given) || (gold.ok?.["period"] ?? []).some((one) => fits(one, given));
  const region = sameRegion(gold, read);
  const right = amount && period && region;
  return { amount, period, region, ...listed(["cumulative"], gold, read), ...change(gold, read), right };
}

function change(gold: GoldRecord, read: OutputRecord): Readonly<Record<string, boolean>> {
  const [wanted, given] = [gold["change"] as Fields | null, read["change"] as Fields | null];
  if (!wanted && !given) return {};
  const same =
    wanted && given && wanted["direction"] === given["direction"] && sameNumber(wanted["amount"], given["amount"]);
  return { change: same === true };
}

type Fields = Readonly<Record<string, unknown>>;

interface Days {
  readonly start: unknown;
  readonly end: unknown;
}

function listed(fields: readonly string[], gold: GoldRecord, read: OutputRecord): Readonly<Record<string, boolean>> {
  return Object.fromEntries(fields.map((field) => [field, isAmong(field, gold, read)]));
}

function isAmong(
  field: string,
  gold: GoldRecord,
  read: OutputRecord,
  form: (value: unknown) => unknown = (value) => value ?? null,
): boolean {
  return [gold[field], ...(gold.ok?.[field] ?? [])].some((one) => form(one) === form(read[field]));
}

function sameDays(gold: GoldRecord, read: OutputRecord): boolean {
  const days = { start: read["date_start"] ?? null, end: read["date_end"] ?? null };
  const wanted = { start: gold["date_start"], end: gold["date_end"] };
  return isSame(wanted, days) || (gold.ok?.["interval"] ?? []).some((one) => fits(one, days));
}

const isSame = (a: Days, b: Days): boolean => a.start === b.start && a.end === b.end;

/** An accepted interval names each end, or the first and last day that it may be. */
function fits(accepted: unknown, days: Days): boolean {
  const { start, end, start_in, end_in } = accepted as Fields; // an interval of `ok` in the guide's form
  return isWithin(days.start, start_in, start) && isWithin(days.end, end_in, end);
}

function isWithin(day: unknown, window: unknown, exactly: unknown): boolean {
  if (!Array.isArray(window)) return day === (exactly ?? null);
  return typeof day === "string" && day >= String(window[0]) && day <= String(window[1]);
}

const sameAmount = (gold: GoldRecord, read: OutputRecord): boolean =>
  sameSize(gold, read) && isAmong("unit", gold, read, unitOf);

function sameSize(wanted: Fields, given: Fields): boolean {
  return ["value", "low", "high"].every((field) => sameNumber(wanted[field], given[field]));
}

/** An accepted quantity: a value, or a range whose ends may be given as windows (十几: from 10..12 to 17..19). */
function fitsAmount(accepted: unknown, read: OutputRecord): boolean {
  const wanted = accepted as Fields; // a quantity of `ok` in the guide's form
  const near = (given: unknown, exactly: unknown, window: unknown): boolean =>
    Array.isArray(window)
      ? typeof given === "number" && given >= Number(window[0]) && given <= Number(window[1])
      : sameNumber(exactly, given);
  const size =
    typeof wanted["value"] === "number"
      ? sameNumber(wanted["value"], read["value"])
      : near(read["low"], wanted["low"], wanted["low_in"]) && near(read["high"], wanted["high"], wanted["high_in"]);
  return size && unitOf(wanted["unit"]) === unitOf(read["unit"]) && wanted["comparator"] === read["comparator"];
}

function sameNumber(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number") return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function sameTarget(wanted: unknown, given: unknown): boolean {
  const [a, b] = [wanted as Fields | null, given as Fields | null]; // a target is null or a quantity
  if (!a || !b) return (a ?? null) === (b ?? null);
  return sameSize(a, b) && unitOf(a["unit"]) === unitOf(b["unit"]) && a["comparator"] === b["comparator"];
}

const synonyms: Readonly<Record<string, string>> = {
  "{人}": "人",
  亩: "mu",
  天: "d",
  日: "d",
  周: "wk",
  个月: "月",
  公里: "km",
  度: "kWh",
  标箱: "TEU",
};
const unitOf = (unit: unknown): unknown => {
  const plain = textOf(unit).replaceAll(/[{}]/gu, "");
  return synonyms[plain] ?? plain;
};

function sameRegion(gold: GoldRecord, read: OutputRecord): boolean {
  return isAmong("region", gold, read, regionOf);
}

/** Codes in any order; the three together are JJJ, Xiong'an has a code of its own. */
function regionOf(written: unknown): string {
  const codes = [...new Set((textOf(written) || "n/a").replaceAll("133100", "XA").split(","))]
    .toSorted(byText)
    .join(",");
  return codes === "110000,120000,130000" ? "JJJ" : codes;
}

function setOf(list: unknown): string {
  const names = Array.isArray(list) ? list.map(String) : [];
  const plain = names.map((name) => name.replaceAll(/总书记|同志|主席|[“”‘’"']/gu, "").trim() || name);
  return [...new Set(plain)].toSorted(byText).join("\n");
}

/** Fields of records hold text where they hold no number; anything else is none. */
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
