import type { OutputRecord } from "@qipan/policy/extraction/record";
import type { GoldDocument, GoldRecord, ScoredKind, Stretch } from "./gold.ts";
import { bestPairs } from "./match.ts";
import { type Agreement, agreementOf } from "./same.ts";

/** 计数. Counts of one kind: expected and read, found by exact span, by half of the union, with the value right too. */
export interface Tally {
  readonly expected: number;
  readonly read: number;
  readonly readStrict: number;
  readonly strict: number;
  readonly lenient: number;
  readonly right: number;
  /** Of the pairs, how many agree in each attribute, and how many were compared. */
  readonly attributes: Readonly<Record<string, readonly [right: number, of: number]>>;
  /** Expected records with a deadline or a target, and how many were found with it. */
  readonly withDeadline: readonly [right: number, of: number];
  readonly withTarget: readonly [right: number, of: number];
}

/** 误读. One case where reading and gold part. */
export interface Miss {
  readonly doc: string;
  readonly kind: ScoredKind;
  readonly fault: "missed" | "spurious" | "wrong";
  readonly text: string;
  readonly note: string;
}

/** 一类一篇. Scores one kind of one document, by the rules of the guide. */
export function tallyOf(
  kind: ScoredKind,
  document: GoldDocument,
): { readonly tally: Tally; readonly misses: readonly Miss[] } {
  const wanted = document.gold.filter((one) => one.type === kind && !one.optional);
  const given = document.read.filter(({ type }) => type === kind);
  const agreements = new Map<number, Agreement>();
  const agreement = (i: number, j: number): Agreement => {
    const key = i * given.length + j;
    const known = agreements.get(key) ?? agreementOf(wanted[i] as GoldRecord, given[j] as OutputRecord); // both in range
    agreements.set(key, known);
    return known;
  };
  const pairsWhere = (isEdge: (near: number, exact: boolean) => boolean) =>
    bestPairs(
      wanted.length,
      (i) => near(given, wanted[i] as GoldRecord), // in range
      (i, j) => {
        const share = nearness(wanted[i] as GoldRecord, given[j] as OutputRecord); // in range
        if (!isEdge(share, isExact(wanted[i] as GoldRecord, given[j] as OutputRecord))) return 0;
        const { right, ...others } = agreement(i, j);
        return 1e6 + (right ? 1000 : 0) + 10 * share + Object.values(others).filter(Boolean).length;
      },
    );
  const strict = pairsWhere((_share, exact) => exact);
  const lenient = pairsWhere((share) => share >= 0.5);
  const counted = (pairs: readonly (readonly [number, number])[]): number => {
    const taken = new Set(pairs.map(([, j]) => j));
    return given.filter((one, j) => taken.has(j) || !isNeutral(one, kind, document)).length;
  };
  const found = lenient.map(([i, j]) => ({ gold: wanted[i] as GoldRecord, agrees: agreement(i, j) })); // in range
  return {
    tally: {
      expected: wanted.length,
      read: counted(lenient),
      readStrict: counted(strict),
      strict: strict.length,
      lenient: lenient.length,
      right: found.filter(({ agrees }) => agrees.right).length,
      attributes: attributesOf(found.map(({ agrees }) => agrees)),
      withDeadline: subset(wanted, found, "deadline"),
      withTarget: subset(wanted, found, "target"),
    },
    misses: missesOf(kind, document, { wanted, given, lenient, agreement }),
  };
}

interface Found {
  readonly gold: GoldRecord;
  readonly agrees: Agreement;
}

function subset(wanted: readonly GoldRecord[], found: readonly Found[], field: string): readonly [number, number] {
  const right = found.filter(({ gold, agrees }) => gold[field] && agrees[field]).length;
  return [right, wanted.filter((one) => one[field]).length];
}

function attributesOf(agreements: readonly Agreement[]): Tally["attributes"] {
  const counts: Record<string, [number, number]> = {};
  for (const agreement of agreements) {
    for (const [name, agrees] of Object.entries(agreement)) {
      if (name === "right") continue;
      const [right, of] = counts[name] ?? [0, 0];
      counts[name] = [right + (agrees ? 1 : 0), of + 1];
    }
  }
  return counts;
}

/** Positions of what was read over some of the words of a record or of its alternatives. */
function near(given: readonly OutputRecord[], gold: GoldRecord): readonly number[] {
  return given.flatMap((read, j) => (nearness(gold, read) > 0 ? [j] : []));
}

/** Shared part of the union of two spans, the best over every accepted span. */
function nearness(gold: GoldRecord, { start, end }: Stretch): number {
  const shares = [gold, ...(gold.alt_spans ?? [])].map((span) => {
    const common = Math.min(span.end, end) - Math.max(span.start, start);
    return common <= 0 ? 0 : common / (Math.max(span.end, end) - Math.min(span.start, start));
  });
  return Math.max(...shares);
}

function isExact(gold: GoldRecord, read: Stretch): boolean {
  return [gold, ...(gold.alt_spans ?? [])].some(({ start, end }) => start === read.start && end === read.end);
}

/** What may be read or left: beside an optional record, in a neutral zone, a place inside a longer name. */
function isNeutral(read: OutputRecord, kind: ScoredKind, { gold, zones }: GoldDocument): boolean {
  if (gold.some((one) => one.type === kind && one.optional && nearness(one, read) >= 0.5)) return true;
  if (zones.some((zone) => zone.kinds.includes(kind) && liesIn(read, zone))) return true;
  return kind === "region" && gold.some((one) => namesBodies.has(one.type) && liesIn(read, one));
}

const namesBodies: ReadonlySet<string> = new Set(["title", "organisation"]);
const liesIn = (inner: Stretch, outer: Stretch): boolean => inner.start >= outer.start && inner.end <= outer.end;

interface Compared {
  readonly wanted: readonly GoldRecord[];
  readonly given: readonly OutputRecord[];
  readonly lenient: readonly (readonly [number, number])[];
  readonly agreement: (i: number, j: number) => Agreement;
}

function missesOf(
  kind: ScoredKind,
  document: GoldDocument,
  { wanted, given, lenient, agreement }: Compared,
): readonly Miss[] {
  const { doc, text } = document;
  const place = { doc, kind };
  const [found, taken] = [new Set(lenient.map(([i]) => i)), new Set(lenient.map(([, j]) => j))];
  const missed = wanted.flatMap((one, i): Miss[] =>
    found.has(i) ? [] : [{ ...place, fault: "missed", text: text.slice(one.start, one.end), note: `${one.start}` }],
  );
  const spurious = given.flatMap((read, j): Miss[] =>
    taken.has(j) || isNeutral(read, kind, document)
      ? []
      : [{ ...place, fault: "spurious", text: read.text, note: `${read.start}` }],
  );
  const wrong = lenient.flatMap(([i, j]): Miss[] => {
    const { right, ...others } = agreement(i, j);
    const parts = Object.keys(others).filter((name) => !others[name]);
    return right ? [] : [{ ...place, fault: "wrong", text: given[j]?.text ?? "", note: parts.join(" ") }];
  });
  return [...missed, ...spurious, ...wrong];
}

/** 合计. Counts of several documents together. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + of(tally), 0);
  const attributes: Record<string, readonly [number, number]> = {};
  for (const tally of tallies)
    for (const [name, [right, of]] of Object.entries(tally.attributes)) {
      const [r, o] = attributes[name] ?? [0, 0];
      attributes[name] = [r + right, o + of];
    }
  return {
    expected: sum(({ expected }) => expected),
    read: sum(({ read }) => read),
    readStrict: sum(({ readStrict }) => readStrict),
    strict: sum(({ strict }) => strict),
    lenient: sum(({ lenient }) => lenient),
    right: sum(({ right }) => right),
    attributes,
    withDeadline: [sum(({ withDeadline }) => withDeadline[0]), sum(({ withDeadline }) => withDeadline[1])],
    withTarget: [sum(({ withTarget }) => withTarget[0]), sum(({ withTarget }) => withTarget[1])],
  };
}
