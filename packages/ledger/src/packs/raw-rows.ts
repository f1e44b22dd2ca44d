import type { Id, Sha256 } from "@qipan/policy/records/identity";
import { insertRows, updateRows } from "../bulk.ts";
import { canonicalJson, digestOf } from "../canonical-json.ts";
import type { Tx } from "../transaction.ts";
import { nameOf, type PackLoad, packKeeper, type RawRow, type RowName } from "./pack-load.ts";

/** 行差. Rows of a pack against those held of it. */
export interface RawRowChange {
  readonly added: readonly RawRow[];
  readonly changed: readonly RawRow[];
  readonly unchanged: number;
  readonly gone: readonly RowName[];
}

/** Which version of which entry a row of the pack became, and why a person's version was kept over it. */
export interface RowOutcome extends RowName {
  readonly entryJurisdiction: string | null;
  readonly entry: Id | null;
  readonly entryVersion: number | null;
  readonly keptWhy: string | null;
}

/** 比行. Compares by digest, in one query; nothing is written. */
export async function compareRows(tx: Tx, { manifest, rows }: PackLoad): Promise<RawRowChange> {
  const held = await tx.db
    .selectFrom("packRow")
    .select(["table", "row", "digest"])
    .where("jurisdiction", "=", packKeeper)
    .where("pack", "=", manifest.id)
    .execute();
  const digests = new Map(held.map((row) => [nameOf(row), row.digest]));
  const present = new Set(rows.map(nameOf));
  const added = rows.filter((row) => !digests.has(nameOf(row)));
  const changed = rows.filter((row) => digests.has(nameOf(row)) && digests.get(nameOf(row)) !== rowDigest(row));
  const gone = held.filter((row) => !present.has(nameOf(row))).map(({ table, row }) => ({ table, row }));
  return { added, changed, unchanged: rows.length - added.length - changed.length, gone };
}

/** 记行. Writes new and changed rows. */
export async function storeRows(tx: Tx, pack: string, { added, changed }: RawRowChange): Promise<void> {
  await insertRows(
    tx.db,
    "packRow",
    added.map((row) => ({ ...storedRow(pack, row), visibility: "public", sharedWith: [] })),
  );
  await updateRows(tx.db, "packRow", { rows: changed.map((row) => storedRow(pack, row)), keys: [...rowKey] });
}

/** 记结果. Notes on the rows what became of them, where that is not noted yet. */
export async function storeOutcomes(tx: Tx, pack: string, outcomes: readonly RowOutcome[]): Promise<void> {
  const held = await tx.db
    .selectFrom("packRow")
    .select(["table", "row", "entryJurisdiction", "entry", "entryVersion", "keptWhy"])
    .where("jurisdiction", "=", packKeeper)
    .where("pack", "=", pack)
    .where("entry", "is not", null)
    .execute();
  const noted = new Map(held.map((row) => [nameOf(row), canonicalJson(row)]));
  const news = outcomes.filter((outcome) => noted.get(nameOf(outcome)) !== canonicalJson(outcome));
  const rows = news.map((outcome) => ({ jurisdiction: packKeeper, pack, ...outcome }));
  await updateRows(tx.db, "packRow", { rows, keys: [...rowKey] });
}

/** 删行. Takes raw rows out. */
export async function deleteRows(tx: Tx, pack: string, gone: readonly RowName[]): Promise<void> {
  for (const { table, row } of gone) {
    const query = tx.db.deleteFrom("packRow").where("jurisdiction", "=", packKeeper).where("pack", "=", pack);
    await query.where("table", "=", table).where("row", "=", row).execute();
  }
}

const rowKey = ["jurisdiction", "pack", "table", "row"] as const;

function storedRow(pack: string, row: RawRow) {
  const { table, row: name, content, source, licence, confidence } = row;
  return {
    jurisdiction: packKeeper,
    pack,
    table,
    row: name,
    content,
    digest: rowDigest(row),
    source,
    licence,
    confidence,
  };
}

/** 包行散列. Of what a row says, and of its source, licence and confidence. */
export function rowDigest({ content, source, licence, confidence }: Omit<RawRow, keyof RowName>): Sha256 {
  return digestOf({ content, source, licence, confidence });
}
