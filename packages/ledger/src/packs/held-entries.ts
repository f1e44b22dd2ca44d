import type { PackEntry } from "@qipan/policy/pack/pack-entry";
import type { Sha256 } from "@qipan/policy/records/identity";
import { sql } from "kysely";
import type { HeldEntry } from "../append-versions.ts";
import { entryColumns } from "../entry-heads.ts";
import type { Tx } from "../transaction.ts";
import { nameOf, type PackLoad, packKeeper, type RowName } from "./pack-load.ts";

/** 已有条目. What the pack wrote last of an entry, beside what the entry says now. */
export interface Held {
  readonly entry: HeldEntry;
  /** Null when the entry did not come from this pack. */
  readonly written: {
    readonly version: number;
    readonly fieldsDigest: Sha256;
    readonly confidence: string;
    readonly visibility: string;
  } | null;
  /** Whether the pack itself withdrew it when its row was gone, and nobody touched it since. */
  readonly takenOut: boolean;
}

/** Reason in the history of an entry whose row was taken out; by it the pack knows its own withdrawal again. */
export function takenOutReason(pack: string): string {
  return `The row is no longer part of the pack ${pack}.`;
}

/** An entry that came from a row of the pack. */
export type PackEntryRow = RowName & { readonly entry: HeldEntry; readonly written: Held["written"] };

/** Looks an entry up by the row it came from, else by its key. */
export async function heldEntries(tx: Tx, load: PackLoad): Promise<(entry: PackEntry) => Held | undefined> {
  const byRow = new Map((await packEntryRows(tx, load.manifest.id)).map((row) => [nameOf(row), row]));
  const others = load.entries.filter(({ row }) => !byRow.has(nameOf(row)));
  const byKey = new Map((await entriesByKey(tx, others)).map((held) => [keyOf(held), held]));
  return (entry) => {
    const row = byRow.get(nameOf(entry.row));
    if (row) return { ...row, takenOut: false };
    const held = byKey.get(keyOf({ ...entry, ...entry.ownership }));
    if (held === undefined) return undefined;
    const { reason, ...now } = held;
    return { entry: now, written: null, takenOut: now.withdrawn && reason === takenOutReason(load.manifest.id) };
  };
}

function keyOf({ jurisdiction, kind, key }: Pick<HeldEntry, "jurisdiction" | "kind" | "key">): string {
  return `${jurisdiction}\n${kind}\n${key}`;
}

/** Entries that came from rows of the pack, with what the pack wrote last of each. */
export async function packEntryRows(tx: Tx, pack: string): Promise<readonly PackEntryRow[]> {
  const rows = await tx.db
    .selectFrom("packRow as p")
    .innerJoin("entry as e", (join) =>
      join.onRef("e.jurisdiction", "=", "p.entryJurisdiction").onRef("e.id", "=", "p.entry"),
    )
    .leftJoin("entryVersion as v", (join) =>
      join
        .onRef("v.jurisdiction", "=", "p.entryJurisdiction")
        .onRef("v.entry", "=", "p.entry")
        .onRef("v.version", "=", "p.entryVersion"),
    )
    .select(entryColumns.map((column) => `e.${column}` as const))
    .select([
      "p.table",
      "p.row",
      "v.version as packVersion",
      "v.fieldsDigest",
      "v.confidence as packConfidence",
      "v.visibility as packVisibility",
    ])
    .where("p.jurisdiction", "=", packKeeper)
    .where("p.pack", "=", pack)
    .execute();
  return rows.map(({ table, row, packVersion, fieldsDigest, packConfidence, packVisibility, ...entry }) => ({
    table,
    row,
    entry,
    written:
      packVersion === null || fieldsDigest === null || packConfidence === null || packVisibility === null
        ? null
        : { version: packVersion, fieldsDigest, confidence: packConfidence, visibility: packVisibility },
  }));
}

type EntryWithReason = HeldEntry & { readonly reason: string | null };

async function entriesByKey(tx: Tx, wanted: readonly PackEntry[]): Promise<readonly EntryWithReason[]> {
  if (wanted.length === 0) return [];
  const [kinds, keys] = [wanted.map(({ kind }) => kind), wanted.map(({ key }) => key)];
  return tx.db
    .selectFrom("entry as e")
    .innerJoin("entryVersion as v", (join) =>
      join
        .onRef("v.jurisdiction", "=", "e.jurisdiction")
        .onRef("v.entry", "=", "e.id")
        .onRef("v.version", "=", "e.version"),
    )
    .select(entryColumns.map((column) => `e.${column}` as const))
    .select("v.reason")
    .where(sql<boolean>`(e.kind, e.key) in (select * from unnest(${kinds}::text[], ${keys}::text[]))`)
    .execute();
}
