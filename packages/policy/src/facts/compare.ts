import type { FactFinding, FactGround, FactVerdict, Statement } from "../records/statement.ts";
import { boundsOf, type Bounds } from "./bounds.ts";

/** Days between two documents after which a number that has not moved is old. */
const STALE_DAYS = 540;

/** 可否相较. Whether two statements are of a kind: figures of one unit, demands, or things that have a day. */
export function areComparable(a: Statement, b: Statement): boolean {
  if (a.document === b.document && a.address === b.address) return false;
  if (a.type === "requirement" || b.type === "requirement") return a.type === b.type;
  if (a.value !== null || a.low !== null || b.value !== null || b.low !== null)
    if (a.unit !== null && a.unit === b.unit && a.due === b.due) return measureOf(a) === measureOf(b);
  if (!hasDays(a) || !hasDays(b) || isOtherStep(a, b) || isOfOtherYears(a, b)) return false;
  return a.due !== b.due || (isHappening(a) && isHappening(b) && ((a.once && b.once) || daysTouch(a, b)));
}

const isOtherStep = (a: Statement, b: Statement): boolean => a.step !== null && b.step !== null && a.step !== b.step;

// 2023年发展指数    2024年发展指数: what is named after a year comes again under the next
function isOfOtherYears(a: Statement, b: Statement): boolean {
  const [left, right] = [yearsIn(a.words), yearsIn(b.words)];
  return left !== "" && right !== "" && left !== right;
}

const yearsIn = (words: string): string => (words.match(/(?:19|20)\d\d(?=年)/gu) ?? []).join(" ");

/** Words that make another measure of the same matter: a total, its share per head, its growth, its distance from another. */
const measures = /人均|户均|地均|日均|月均|年均|比重|占比|增速|增幅|增量|差距|[比较].{1,8}[高低多少]/u;

const measureOf = ({ words, quote }: Statement): string =>
  (measures.exec(words)?.[0] ?? measures.exec(quote)?.[0] ?? "").replace(/^[比较].*/u, "比");

const hasDays = ({ start, end }: Statement): boolean => start !== null || end !== null;

const isHappening = ({ type }: Statement): boolean => type === "milestone" || type === "event";

function daysTouch(a: Statement, b: Statement): boolean {
  const [left, right] = [spanOf(a), spanOf(b)];
  return left !== null && right !== null && left[0] <= right[1] && right[0] <= left[1];
}

/**
 * 比较两说. The verdict on two statements of one fact, or null where nothing follows from them. The one that tells of the
 * earlier time is named `earlier`. Values are intervals: what overlaps does not contradict. `likeness` is that of their
 * words: days that lie apart contradict only where the words are surely of one thing.
 */
export function compareStatements(one: Statement, other: Statement, likeness: number): FactFinding | null {
  const [a, b] = inOrder(one, other);
  if (a.type === "requirement") return demands(a, b, likeness);
  if (a.due !== b.due) return dueAndDone(a, b);
  if (boundsOf(a) && boundsOf(b) && a.unit === b.unit) return figures(a, b);
  return days(a, b, likeness);
}

/** When what is told holds: a sum since a start is one of the day that it is looked back from. */
const timeOf = ({ start, end, asOf, total }: Statement): string =>
  (total ? (end ?? asOf ?? start) : (end ?? start ?? asOf)) ?? "";

/** By the time they tell of, else by the day their documents look back from. */
function inOrder(a: Statement, b: Statement): readonly [Statement, Statement] {
  const [left, right] = [timeOf(a), timeOf(b)];
  if (left === right) return (a.asOf ?? "") <= (b.asOf ?? "") ? [a, b] : [b, a];
  return left < right ? [a, b] : [b, a];
}

type Judged = readonly [verdict: FactVerdict, ground: FactGround, amount?: number | null];

function found([verdict, ground, amount = null]: Judged, a: Statement, b: Statement): FactFinding {
  return { verdict, ground, earlier: a.id, later: b.id, amount, unit: amount === null ? null : b.unit };
}

/** Demands of another number are another set, whatever the day; of the same number their days are compared. */
function demands(a: Statement, b: Statement, likeness: number): FactFinding | null {
  return a.value === b.value ? days(a, b, likeness) : found(["other-scope", "other-count"], a, b);
}

function dueAndDone(a: Statement, b: Statement): FactFinding | null {
  const [due, done] = a.due ? [a, b] : [b, a];
  const begins = done.start ?? done.end;
  if (due.end === null || begins === null || !regionsMeet(due, done)) return null;
  if (boundsOf(due) && boundsOf(done) && due.unit === done.unit) return null; // a goal and a level: supervision judges it
  return begins > due.end
    ? found(["conflicts", "later-than-due"], due, done)
    : found(["agrees", "done-by-due"], done, due);
}

function figures(a: Statement, b: Statement): FactFinding | null {
  const [left, right] = [boundsOf(a), boundsOf(b)];
  if (!left || !right) return null;
  const scope = scopeOf(a, b);
  if (scope === "apart") return null;
  if (scope === "nested") return left.nominal === right.nominal ? null : found(["other-scope", "other-region"], a, b);
  if (a.total && b.total) return totals(a, b, [left, right]);
  if (a.total !== b.total) return flowInTotal(a, b, [left, right]);
  if (a.start !== b.start || a.end !== b.end) return found(["other-scope", "other-period"], a, b);
  if (a.end === null && a.start === null && a.document === b.document) return null; // two figures of one text, of times it does not say
  if (a.end === null && a.start === null) return undated(a, b, [left, right]);
  return levels(a, b, [left, right]);
}

type Two = readonly [Bounds, Bounds];

function levels(a: Statement, b: Statement, [left, right]: Two): FactFinding {
  if (left.nominal === right.nominal && a.comparator === b.comparator) return found(["agrees", "same-value"], a, b);
  if (left.low <= right.high && right.low <= left.high) return found(["refines", "values-overlap"], a, b);
  return found(["conflicts", "values-apart", Math.abs(right.nominal - left.nominal)], a, b);
}

/** Two figures without a time: the same, or of times that nobody says. */
function undated(a: Statement, b: Statement, [left, right]: Two): FactFinding {
  const isNear = left.low <= right.high && right.low <= left.high;
  if (!isNear) return found(["other-scope", "other-period"], a, b);
  return isOld(a, b) ? found(["stale", "total-unchanged"], a, b) : levels(a, b, [left, right]);
}

/** A total never falls, and one that is still being added to does not stand still for years. */
function totals(a: Statement, b: Statement, [left, right]: Two): FactFinding {
  if (!isPlaced(a) || !isPlaced(b)) return undated(a, b, [left, right]);
  if (right.high < left.low) return found(["conflicts", "total-falls", right.nominal - left.nominal], a, b);
  const isNear = Math.abs(right.nominal - left.nominal) <= 0.05 * Math.abs(left.nominal);
  if (isNear && a.document !== b.document)
    return isOld(a, b) ? found(["stale", "total-unchanged"], a, b) : levels(a, b, [left, right]);
  if (right.nominal < left.nominal) return found(["refines", "values-overlap"], a, b); // 超1000, later 超900: both may be true
  return found(["agrees", "total-grows", right.nominal - left.nominal], a, b);
}

/** What was done in a part of the time is no more than the total at its end. */
function flowInTotal(a: Statement, b: Statement, [left, right]: Two): FactFinding | null {
  const [flow, total, flowBounds, totalBounds] = a.total ? [b, a, right, left] : [a, b, left, right];
  if (flow.end !== null && total.end !== null && flow.end > total.end) return null;
  if (flow.document === total.document || flowBounds.low <= totalBounds.high)
    return flowBounds.low <= totalBounds.high
      ? found(["agrees", "flow-within-total"], flow, total)
      : found(["conflicts", "flow-beyond-total"], flow, total);
  return null;
}

/** Whether anything tells of what time a statement is. */
const isPlaced = ({ start, end, asOf }: Statement): boolean => (end ?? start ?? asOf) !== null;

const isOld = (a: Statement, b: Statement): boolean =>
  a.asOf !== null && b.asOf !== null && Math.abs(dayNumber(b.asOf) - dayNumber(a.asOf)) >= STALE_DAYS;

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;

/** Least likeness of the words of things whose days contradict each other, and least length of those words. */
const SURE = 0.7;
const SURE_LENGTH = 10;

function days(a: Statement, b: Statement, likeness: number): FactFinding | null {
  const [left, right] = [spanOf(a), spanOf(b)];
  if (!left || !right) return null;
  if (left[0] === right[0] && left[1] === right[1]) return found(["agrees", "same-days"], a, b);
  if (isWithin(left, right) || isWithin(right, left)) return found(["refines", "finer-days"], a, b);
  const isSure = likeness >= SURE && Math.min(a.words.length, b.words.length) >= SURE_LENGTH;
  return isSure ? found(["conflicts", "days-apart"], a, b) : null;
}

type Span = readonly [string, string];

function spanOf({ start, end }: Statement): Span | null {
  const [first, last] = [start ?? end, end ?? start];
  return first === null || last === null ? null : [first, last];
}

const isWithin = (inner: Span, outer: Span): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

/** Codes of a region; the three provinces together are a region of their own. */
function codesOf({ region }: Statement): readonly string[] {
  return region === "JJJ" ? ["110000", "120000", "130000"] : region === "n/a" ? [] : region.split(",");
}

const regionsMeet = (a: Statement, b: Statement): boolean => scopeOf(a, b) !== "apart";

/** Whether the figures are of one region, of a region and its part, or of regions that have nothing in common. */
function scopeOf(a: Statement, b: Statement): "same" | "nested" | "apart" {
  const [left, right] = [codesOf(a), codesOf(b)];
  if (left.length === 0 || right.length === 0) return "same";
  const shared = left.filter((code) => right.includes(code)).length;
  if (shared === left.length && shared === right.length) return "same";
  const liesIn = (inner: readonly string[], outer: readonly string[]): boolean =>
    inner.every((code) =>
      outer.some((whole) => code === whole || (whole.endsWith("0000") && code.startsWith(whole.slice(0, 2)))),
    );
  return liesIn(left, right) || liesIn(right, left) ? "nested" : "apart";
}
