/** 问题严重程度. An error keeps a pack from loading; a warning is worth a look. */
export type Severity = "error" | "warning";

/**
 * 校验发现. One thing wrong with a pack, said so that somebody can mend it without reading code.
 * `line` is 0 and `column` null when the whole file (or a missing one) is meant.
 */
export interface Finding {
  readonly severity: Severity;
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  /** Stable name of the kind of fault: `unknown-reference`, `duplicate-key` … */
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

/** 排序. Findings in the order a person mends them: by file, then line, then column. */
export function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  const by = (a: Finding, b: Finding): number =>
    compare(a.file, b.file) || a.line - b.line || compare(a.column ?? "", b.column ?? "");
  return findings.toSorted(by);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** 所在. Table and, where there is one, row that a finding is about. */
export interface Place {
  readonly table: { readonly file: string };
  readonly row?: { readonly line: number };
  readonly column?: string;
}

/** 所见. What a finding says; everything but where. */
export type Fault = Omit<Finding, "severity" | "file" | "line" | "column">;

/** 错误. An error at a place. */
export function errorAt(place: Place, fault: Fault): Finding {
  return finding("error", place, fault);
}

/** 警告. A warning at a place. */
export function warningAt(place: Place, fault: Fault): Finding {
  return finding("warning", place, fault);
}

function finding(severity: Severity, place: Place, fault: Fault): Finding {
  return { severity, file: place.table.file, line: place.row?.line ?? 0, column: place.column ?? null, ...fault };
}
