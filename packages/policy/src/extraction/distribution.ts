import type { MeasurementReading } from "../records/reading.ts";
import type { Located } from "../mention/scan.ts";
import type { Span } from "../text/span.ts";

/** 一项数字. A reading with the place of its figure in the view and whether its clause distributes (分别, 依次). */
export interface Distributed {
  readonly reading: MeasurementReading;
  readonly figure: Span;
  readonly distributes: boolean;
}

/**
 * 分别. Where a clause gives one figure each to the places it names (甲、乙分别为1家、2家), every figure belongs to its own
 * place and all share one span. Runs of another length than the places keep the joint region.
 */
export function distribute(
  found: readonly Distributed[],
  text: string,
  places: readonly Located[],
): readonly MeasurementReading[] {
  const readings: MeasurementReading[] = [];
  for (let at = 0; at < found.length; ) {
    const run = runFrom(found, at, text);
    readings.push(...(run.length > 1 ? shared(run, places) : run.map(({ reading }) => reading)));
    at += run.length;
  }
  return readings;
}

/** Figures from one on that follow each other with nothing but 、 or 和 between them. */
function runFrom(found: readonly Distributed[], first: number, text: string): readonly Distributed[] {
  let end = first + 1;
  while (end < found.length) {
    const before = found[end - 1];
    const next = found[end];
    if (!before?.distributes || !next || !/^[、和与及]$/u.test(text.slice(before.figure.end, next.figure.start))) break;
    end += 1;
  }
  return found.slice(first, end);
}

function shared(run: readonly Distributed[], places: readonly Located[]): readonly MeasurementReading[] {
  const last = run.at(-1)?.reading.spans[0];
  const first = run[0];
  if (!last || !first) return [];
  const codes = places
    .filter(({ end }) => end <= first.figure.start)
    .flatMap(({ mention }) => (mention.kind === "region" ? mention.codes : []))
    .slice(-run.length);
  const each = codes.length === run.length && new Set(codes).size === run.length;
  return run.map(({ reading }, index) => ({
    ...reading,
    spans: [last],
    region: each ? (codes[index] ?? reading.region) : reading.region,
  }));
}
