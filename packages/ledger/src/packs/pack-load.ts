import type { LedgerRows } from "@qipan/policy/pack/ledger-rows";
import { type JurisdictionCode, jurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Confidence } from "@qipan/policy/records/provenance";

/** 原始行. A row of any table of a pack, as it stands there, with its source and the licence it stands under. */
export interface RawRow {
  readonly table: string;
  readonly row: string;
  readonly content: Readonly<Record<string, unknown>>;
  readonly source: string;
  readonly licence: string;
  readonly confidence: Confidence;
}

/** 载入内容. A whole pack: every raw row, and what the ledger makes of them. */
export interface PackLoad extends LedgerRows {
  readonly manifest: { readonly id: string; readonly version: string; readonly title: string };
  readonly rows: readonly RawRow[];
}

/** 行名. Which row of which table of the pack. */
export interface RowName {
  readonly table: string;
  readonly row: string;
}

/** 保留行. A row that a person had changed: it stays as the person left it. */
export interface KeptRow extends RowName {
  readonly why: string;
}

/** 载入结果. Rows of the pack by what happened to them; `gone` are held rows that this pack no longer has. */
export interface PackResult {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly keptForUser: readonly KeptRow[];
  readonly gone: readonly RowName[];
}

/** 载入选项. */
export interface PackOptions {
  /** Takes gone rows out as well: entries are withdrawn, figures superseded, raw rows deleted. Without it they stay. */
  readonly removeGone?: boolean;
}

/** Unit that keeps packs, their rows and their sources: they concern all, whoever owns what is made of them. */
export const packKeeper: JurisdictionCode = jurisdictionCode.parse("CN");

/** One name for a row in maps; no table has a line break in its name. */
export function nameOf({ table, row }: RowName): string {
  return `${table}\n${row}`;
}
