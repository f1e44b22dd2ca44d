import type { PackManifest } from "./manifest.ts";
import { cellOf, type TableRows } from "./table.ts";

/** 核实统计. How many rows of a table are checked against a source and how many wait for it. */
export interface Tally {
  readonly file: string;
  readonly kind: string;
  readonly rows: number;
  readonly verified: number;
  /** From memory or assumed: everything that has a confidence other than `verified`. */
  readonly recalled: number;
}

/** 统计. One line a table in the manifest's order; a table without the column `confidence` counts rows only. */
export function tallyOf(tables: readonly TableRows[], manifest: PackManifest): readonly Tally[] {
  return manifest.tables.flatMap(({ file, kind }) => {
    const table = tables.find((candidate) => candidate.file === file);
    if (!table) return [];
    const stated = table.header.includes("confidence") ? table.rows.map((row) => cellOf(row, "confidence")) : [];
    const verified = stated.filter((confidence) => confidence === "verified").length;
    return [{ file, kind, rows: table.rows.length, verified, recalled: stated.length - verified }];
  });
}
