import { readFileSync } from "node:fs";
import type { OutputRecord } from "@qipan/policy/extraction/record";

/** Kinds of record that samples are annotated for; those that nothing reads yet wait for their reader. */
export const expectedKinds = [
  "time",
  "quantity",
  "title",
  "event",
  "measurement",
  "commitment",
  "achievement",
] as const;
export type ExpectedKind = (typeof expectedKinds)[number];

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** 期望. One reading that must be found in a sample, written by hand; `optional` ones cost nothing either way. */
export interface Expected extends Stretch {
  readonly type: ExpectedKind;
  readonly text: string;
  readonly optional?: true;
  readonly alt_spans?: readonly Stretch[];
  readonly ok?: Readonly<Record<string, readonly unknown[]>>;
  readonly [field: string]: unknown;
}

/** Counts of one kind: expected, read, found at the place, found with the value too. */
export interface Tally {
  readonly expected: number;
  readonly read: number;
  readonly found: number;
  readonly right: number;
}

export const precisionOf = ({ read, found }: Tally): number => (read === 0 ? 1 : found / read);
export const recallOf = ({ expected, found }: Tally): number => (expected === 0 ? 1 : found / expected);
export const rightOf = ({ found, right }: Tally): number => (found === 0 ? 1 : right / found);

/** 期望表. The expected readings in a file of one object a line. */
export function expectedIn(path: string): readonly Expected[] {
  const lines = readFileSync(path, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Expected); // built by corpus/make/make-expected.ts in this form
}

/**
 * 比对. What was read against what was expected of one kind: one to one, best pairs first, where the spans share at least
 * half of their union. What was read beside an optional expectation is left out of the count.
 */
export function tallyOf(kind: ExpectedKind, expected: readonly Expected[], read: readonly OutputRecord[]): Tally {
  const wanted = expected.filter(({ type, optional }) => type === kind && !optional);
  const debatable = expected.filter(({ type, optional }) => type === kind && optional);
  const given = read.filter(({ type }) => type === kind);
  const pairs = wanted
    .flatMap((one) => given.map((other) => ({ one, other, near: nearness(one, other), right: agrees(one, other) })))
    .filter(({ near }) => near >= 0.5)
    .sort((a, b) => Number(b.right) - Number(a.right) || b.near - a.near);
  const taken = new Set<unknown>();
  const matched = pairs.filter(({ one, other }) => {
    if (taken.has(one) || taken.has(other)) return false;
    taken.add(one).add(other);
    return true;
  });
  const neutral = given.filter((other) => !taken.has(other) && debatable.some((one) => nearness(one, other) >= 0.5));
  return {
    expected: wanted.length,
    read: given.length - neutral.length,
    found: matched.length,
    right: matched.filter(({ right }) => right).length,
  };
}

export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    expected: sum(({ expected }) => expected),
    read: sum(({ read }) => read),
    found: sum(({ found }) => found),
    right: sum(({ right }) => right),
  };
}

/** Shared part of the union of two spans, the best over every accepted span. */
function nearness(expected: Expected, { start, end }: Stretch): number {
  const shares = [expected, ...(expected.alt_spans ?? [])].map((span) => {
    const common = Math.min(span.end, end) - Math.max(span.start, start);
    return common <= 0 ? 0 : common / (Math.max(span.end, end) - Math.min(span.start, start));
  });
  return Math.max(...shares);
}

/** Whether the value is the expected one: days of a time or event, amount of a quantity, amount and period and region of a figure. */
function agrees(expected: Expected, read: OutputRecord): boolean {
  switch (expected.type) {
    case "time":
    case "event":
      return daysAgree(expected, { start: read["date_start"], end: read["date_end"] });
    case "quantity":
      return sameAmount(expected, read) && isAccepted("comparator", expected, read);
    case "measurement":
      return sameAmount(expected, read) && periodAgrees(expected, read) && sameRegion(expected, read);
    case "title":
    case "commitment":
    case "achievement":
      return true;
  }
}

interface Days {
  readonly start: unknown;
  readonly end: unknown;
}

const daysAgree = (expected: Expected, days: Days): boolean =>
  sameDays({ start: expected["date_start"], end: expected["date_end"] }, days) ||
  (expected.ok?.["interval"] ?? []).some((one) => fits(one, days));

const periodAgrees = (expected: Expected, read: OutputRecord): boolean =>
  sameDays(expected["period"] as Days, read["period"] as Days) || // both are written with `start` and `end`
  (expected.ok?.["period"] ?? []).some((one) => fits(one, read["period"] as Days));

const sameDays = (a: Days, b: Days): boolean => a.start === b.start && a.end === b.end;

/** An accepted interval names each end, or the first and last day that it may be. */
function fits(accepted: unknown, days: Days): boolean {
  const { start, end, start_in, end_in } = accepted as Record<string, unknown>;
  const within = (day: unknown, window: unknown, exact: unknown): boolean => {
    if (!Array.isArray(window)) return day === (exact ?? null);
    return typeof day === "string" && day >= String(window[0]) && day <= String(window[1]);
  };
  return within(days.start, start_in, start) && within(days.end, end_in, end);
}

const sameAmount = (expected: Expected, read: OutputRecord): boolean =>
  ["value", "low", "high"].every((field) => sameNumber(expected[field], read[field])) &&
  isAccepted("unit", expected, read);

function sameNumber(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number") return (a ?? null) === (b ?? null);
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

const isAccepted = (field: string, expected: Expected, read: OutputRecord): boolean =>
  [expected[field], ...(expected.ok?.[field] ?? [])].includes(read[field]);

/** Codes in any order; the three together are JJJ, Xiong'an has a code of its own. */
function sameRegion(expected: Expected, read: OutputRecord): boolean {
  const found = regionOf(read["region"]);
  return [expected["region"], ...(expected.ok?.["region"] ?? [])].some((region) => regionOf(region) === found);
}

function regionOf(written: unknown): string {
  const codes = String(written).replaceAll("133100", "XA").split(",").sort().join(",");
  return codes === "110000,120000,130000" ? "JJJ" : codes;
}
