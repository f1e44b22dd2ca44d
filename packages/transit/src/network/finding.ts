import type { NetworkRow } from "./table.ts";

/** 校验发现. One thing wrong with a network table; the same shape as a finding of a region pack. */
export interface Finding {
  readonly severity: "error" | "warning";
  readonly file: string;
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly found: string;
  readonly expected: string;
  readonly advice: string;
}

/** 所在. Table, row and column that a finding is about. */
export interface Place {
  readonly table: { readonly file: string };
  readonly row?: Pick<NetworkRow, "line">;
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

/** 排序. By file, line and column. */
export function inFileOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.column ?? "", b.column ?? ""),
  );
}

function finding(severity: Finding["severity"], place: Place, fault: Fault): Finding {
  return { severity, file: place.table.file, line: place.row?.line ?? 0, column: place.column ?? null, ...fault };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
