/** 问题. Something in the ledger that is not as it was written: what, where, what stands there, what should. */
export interface Problem {
  /** What is wrong, as a stable code. */
  readonly what: ProblemCode;
  /** Which row: unit, kind and id, and what else finds it. */
  readonly id: string;
  readonly found: string;
  readonly expected: string;
}

/** 问题代码. */
export type ProblemCode =
  | "version-gap"
  | "version-unchained"
  | "version-hash"
  | "fields-digest"
  | "reason-digest"
  | "evidence-added"
  | "evidence-held"
  | "redacted-without-purge"
  | "entry-differs"
  | "entry-missing"
  | "entry-without-version"
  | "evidence-digest"
  | "quote-differs"
  | "sentence-missing"
  | "purge-incomplete"
  | "document-bytes"
  | "document-text"
  | "document-hash"
  | "sentence-text"
  | "sentence-count"
  | "reading-quote"
  | "observation-digest"
  | "batch-rows"
  | "batch-hash"
  | "pack-row-digest"
  | "checkpoint-gap"
  | "checkpoint-root"
  | "checkpoint-leaves"
  | "sealed-differs"
  | "sealed-missing"
  | "unsealed-missing";

/** 已查. What can be counted. */
export const checkedKinds = [
  "versions",
  "evidence",
  "documents",
  "sentences",
  "batches",
  "observations",
  "packRows",
  "checkpoints",
  "leaves",
] as const;
export type CheckedKind = (typeof checkedKinds)[number];

/** 核验结果. */
export interface Findings {
  readonly checked: Readonly<Record<CheckedKind, number>>;
  /** Changes that no checkpoint covers yet: neither good nor bad, the next checkpoint takes them. */
  readonly unsealed: number;
  readonly problems: readonly Problem[];
  /** How many more problems there are than are listed. */
  readonly unlisted: number;
}

/** 核验进度. */
export interface VerifyProgress {
  readonly stage: CheckedKind;
  readonly done: number;
}

/** 记录本. Where the checks write what they counted and found. */
export interface Notebook {
  count(kind: CheckedKind): void;
  problem(what: ProblemCode, id: string, between: { readonly found: unknown; readonly expected: unknown }): void;
  unsealed(count: number): void;
  findings(): Findings;
}

const mostListed = 1000;
const progressEvery = 5000;

/** 新记录本. Lists the first 1,000 problems and counts the rest. */
export function notebook(onProgress?: (progress: VerifyProgress) => void): Notebook {
  const checked = Object.fromEntries(checkedKinds.map((kind) => [kind, 0])) as Record<CheckedKind, number>; // made from the kinds
  const problems: Problem[] = [];
  let [unlisted, waiting] = [0, 0];
  return {
    count(kind) {
      checked[kind] += 1;
      if (checked[kind] % progressEvery === 0) onProgress?.({ stage: kind, done: checked[kind] });
    },
    problem(what, id, { found, expected }) {
      if (problems.length < mostListed) problems.push({ what, id, found: shown(found), expected: shown(expected) });
      else unlisted += 1;
    },
    unsealed(count) {
      waiting += count;
    },
    findings: () => ({ checked, unsealed: waiting, problems, unlisted }),
  };
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
  return text.length <= 200 ? text : `${text.slice(0, 199)}…`;
}
