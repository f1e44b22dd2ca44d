import type { Ownership } from "../records/jurisdiction.ts";
import type { Confidence } from "../records/provenance.ts";
import type { EntryKind } from "../records/registers.ts";
import type { TableKind } from "./kinds.ts";
import type { ParentOf } from "./owner.ts";
import type { RowOf } from "./typed-rows.ts";

/** 包行条目. An entry as a pack proposes it; `row` is the pack row that is its evidence. */
export interface PackEntry {
  readonly kind: EntryKind;
  readonly key: string;
  readonly ownership: Ownership;
  readonly confidence: Confidence;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly row: PackRowReference;
}

/** 包行. Which row of which table, and the source it names. */
export interface PackRowReference {
  readonly pack: string;
  readonly table: string;
  readonly row: string;
  readonly source: string;
  readonly sourceTitle: string;
}

/** Typed rows of one kind without their lines. */
export type RowsOf = <K extends TableKind>(kind: K) => readonly RowOf<K>[];

/** 包行属主. What the makers of rows need to know besides their table. */
export interface PackContext {
  readonly pack: string;
  readonly rows: RowsOf;
  readonly parentOf: ParentOf;
}
