import type { ScoredKind } from "./gold.ts";
import type { Tally } from "./tally.ts";

/** 评分行. Figures of one kind in one document, or in a set of them. Null where nothing was expected and nothing read. */
export interface ScoreRow {
  readonly kind: ScoredKind;
  readonly doc: string;
  readonly gold: number;
  readonly strict: number | null;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly lenient: number | null;
  readonly joint: number | null;
}

/** 成行. The figures that the table prints: strict F1, lenient precision, recall and F1, and the joint F1. */
export function rowOf(kind: ScoredKind, doc: string, tally: Tally): ScoreRow {
  const { expected, read, readStrict, strict, lenient, right } = tally;
  return {
    kind,
    doc,
    gold: expected,
    strict: share(2 * strict, expected + readStrict),
    precision: share(lenient, read),
    recall: share(lenient, expected),
    lenient: share(2 * lenient, expected + read),
    joint: share(2 * right, expected + read),
  };
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const columns = ["kind", "doc", "gold", "strict", "precision", "recall", "lenient", "joint"] as const;

/** 成表. The rows as tab-separated text under a header line, figures with three places. */
export function tableText(rows: readonly ScoreRow[]): string {
  const lines = rows.map((row) => columns.map((column) => cell(row[column])).join("\t"));
  return `${[columns.join("\t"), ...lines].join("\n")}\n`;
}

function cell(value: string | number | null): string {
  if (value === null) return "-";
  if (typeof value === "string") return value;
  return Number.isInteger(value) && value > 1 ? String(value) : value.toFixed(3);
}

/** 已认可. The strict, lenient and joint figures of an accepted table by `kind doc`. Throws where the file has another form. */
export function acceptedFigures(text: string): ReadonlyMap<string, Readonly<Record<Watched, number | null>>> {
  const [header, ...lines] = text.trim().split("\n");
  if (header !== columns.join("\t"))
    throw new Error(
      `The accepted scores begin with "${header ?? ""}", expected "${columns.join("\t")}". Run npm run score -- --accept.`,
    );
  return new Map(
    lines.map((line) => {
      const cells = line.split("\t");
      const figure = (name: Watched): number | null => {
        const written = cells[columns.indexOf(name)] ?? "-";
        return written === "-" ? null : Number(written);
      };
      const key = `${cells[0] ?? ""} ${cells[1] ?? ""}`;
      return [key, { strict: figure("strict"), lenient: figure("lenient"), joint: figure("joint") }];
    }),
  );
}

const watched = ["strict", "lenient", "joint"] as const;
type Watched = (typeof watched)[number];

/** 退步. What fell by more than rounding against the accepted figures, in words. Empty when nothing did. */
export function dropsIn(rows: readonly ScoreRow[], accepted: ReturnType<typeof acceptedFigures>): readonly string[] {
  return rows.flatMap((row) =>
    watched.flatMap((name) => {
      const before = accepted.get(`${row.kind} ${row.doc}`)?.[name] ?? null;
      const now = row[name];
      if (before === null || (now ?? 0) >= before - 0.0006) return [];
      return [`${row.kind} of ${row.doc}: ${name} ${(now ?? 0).toFixed(3)}, accepted was ${before.toFixed(3)}`];
    }),
  );
}
