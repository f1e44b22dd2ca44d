import { checkPack } from "@qipan/policy/pack/check";
import { type Finding, inFileOrder } from "@qipan/policy/pack/finding";
import { type Tally, tallyOf } from "@qipan/policy/pack/tally";
import { checkNetwork } from "@qipan/transit/network/check";
import type { PackFolder } from "./pack-folder.ts";

/** 校验结果. Everything wrong with a pack, and how much of each table is checked against a source. */
export interface PackReport {
  readonly pack: string;
  readonly findings: readonly Finding[];
  readonly tally: readonly Tally[];
}

/** 校验. Form, rows, references and network of a pack at once, in file order. A pack without manifest has only findings of form. */
export function reportOn({ path, manifest, tables, findings }: PackFolder): PackReport {
  if (!manifest) return { pack: path, findings: inFileOrder(findings), tally: [] };
  const kinds = new Map(manifest.tables.map(({ file, kind }) => [file, kind]));
  const network = tables.map((table) => ({ kind: kinds.get(table.file) ?? "", table }));
  const all = [...findings, ...checkPack(tables, manifest), ...checkNetwork(network, manifest.compiled)];
  return { pack: manifest.id, findings: inFileOrder(all), tally: tallyOf(tables, manifest) };
}

/** 可否装入. Whether nothing in the report keeps the pack from loading. */
export function isLoadable(report: PackReport): boolean {
  return report.findings.every(({ severity }) => severity !== "error");
}

/** 一行说明. A finding as one line: where, what was found, what was expected, what to do. */
export function findingLine({ severity, file, line, column, code, found, expected, advice }: Finding): string {
  const where = [file, line > 0 ? `line ${line}` : "", column ?? ""].filter(Boolean).join(", ");
  return `${severity}: ${where}: found ${found || "nothing"}, expected ${expected}. ${advice} (${code})`;
}
