import type { Located } from "../../mention/scan.ts";
import { datesOf, mentionsFrom, mentionsIn } from "../reading-matter.ts";
import { type RegionCodes, codesOf } from "../region-of.ts";
import type { Draft } from "./draft.ts";
import { periodOf } from "./period.ts";

/**
 * 分别. Where a clause gives one figure each to the places, the times or the things it names (甲、乙分别为1家、2家), every
 * figure belongs to its own and all share one span. Runs of another length than what is named keep what they have.
 */
export function distribute(drafts: readonly Draft[], day: string | null): void {
  for (let at = 0; at < drafts.length; ) {
    const length = runLength(drafts, at);
    if (length > 1) share(drafts.slice(at, at + length), day);
    at += length;
  }
}

/** Figures from one on that follow each other with nothing but 、 or 和 between them. */
function runLength(drafts: readonly Draft[], first: number): number {
  let end = first + 1;
  while (end < drafts.length) {
    const before = drafts[end - 1];
    const next = drafts[end];
    if (!before?.distributes || !next) break;
    const { text } = next.figure.passage.scan;
    const between = text.slice(before.figure.quantity.end, next.figure.quantity.start);
    if (!/^[、，,]?(?:和|与|及|以及)?$/u.test(between)) break;
    end += 1;
  }
  return end - first;
}

function share(run: readonly Draft[], day: string | null): void {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return;
  for (const draft of run) {
    draft.start = first.start;
    draft.end = last.end;
    if (draft.indicator === "") draft.indicator = first.indicator;
  }
  const regions = placesBefore(first, run.length);
  if (regions) for (const [index, draft] of run.entries()) draft.region = regions[index] ?? draft.region;
  else if (!sharePeriods(run, day)) shareNames(run);
}

/** One place each, by the last group of places named before the first figure; 三地 counts as its three. */
function placesBefore({ figure }: Draft, count: number): readonly string[] | null {
  const { passage, quantity, clause, topic } = figure;
  const places = mentionsIn(passage, "region", { start: topic?.start ?? clause.start, end: quantity.start }).filter(
    ({ start }) => !"到至往".includes(passage.scan.text.charAt(start - 1)),
  );
  const codes = places.flatMap((place) => split(codesOf(place, passage.scan.lexicon)));
  const last = codes.slice(-count);
  return last.length === count && new Set(last).size === count ? last : null;
}

const JOINT = ["110000", "120000", "130000"];
const split = (codes: RegionCodes): RegionCodes => (codes.length === 1 && codes[0] === "JJJ" ? JOINT : codes);

/** 2022年、2023年分别为1家和2家. */
function sharePeriods(run: readonly Draft[], day: string | null): boolean {
  const first = run[0];
  if (!first) return false;
  const { figure } = first;
  const dates = mentionsFrom(datesOf(figure.passage), {
    start: figure.topic?.start ?? figure.clause.start,
    end: figure.quantity.start,
  });
  if (dates.length !== run.length || !areListed(dates, figure.passage.scan.text)) return false;
  for (const [index, draft] of run.entries()) {
    const date = dates[index];
    if (date) draft.period = periodOf({ ...figure, dates: [date], previous: null }, day);
  }
  return true;
}

function areListed(dates: readonly Located[], text: string): boolean {
  return dates.every((date, index) => {
    const before = dates[index - 1];
    return !before || /^[、和与及]+$/u.test(text.slice(before.end, date.start));
  });
}

/** 城镇、农村居民收入分别为…: the things named before, one each, what follows the last of them for all. */
function shareNames(run: readonly Draft[]): void {
  const names = (run[0]?.indicator ?? "").split(/[、和与及]/u);
  if (names.length !== run.length) return;
  const tail = names.at(-1) ?? "";
  for (const [index, draft] of run.entries()) {
    const name = names[index] ?? "";
    draft.indicator = index < names.length - 1 && name.length + 2 < tail.length ? name + tail.slice(name.length) : name;
  }
}
