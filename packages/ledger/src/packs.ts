import type { Instant } from "@qipan/policy/records/identity";
import { record } from "./audit.ts";
import { digestOf } from "./canonical-json.ts";
import { keptEntries, storePackEntries, withdrawGone } from "./packs/pack-entries.ts";
import { nameOf, type PackLoad, type PackOptions, type PackResult, packKeeper } from "./packs/pack-load.ts";
import { storePackObservations, supersedeGone } from "./packs/pack-observations.ts";
import { compareRows, deleteRows, type RawRowChange, rowDigest, storeOutcomes, storeRows } from "./packs/raw-rows.ts";
import { storeReferences } from "./packs/reference-rows.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/**
 * 载入数据包. Puts a whole pack into the ledger, each entry and figure with its row as evidence. Loading the same again
 * changes nothing. Of a newer edition, changed rows become versions and corrections, what a person changed since stays
 * and is listed, and rows that are gone are listed (and with `removeGone` taken out). All or nothing. Only for
 * administrators; refuses an entry whose row the pack does not have.
 */
export async function loadPack(tx: Tx, load: PackLoad, { removeGone = false }: PackOptions = {}): Promise<PackResult> {
  requireWrite(tx, packKeeper);
  refuseRowless(load);
  const pack = load.manifest.id;
  const change = await compareRows(tx, load);
  await storeRows(tx, pack, change);
  const references = await storeReferences(tx, load);
  const outcomes = await storePackEntries(tx, load);
  const figures = await storePackObservations(tx, load);
  await storeOutcomes(tx, pack, outcomes);
  if (removeGone) await takeOut(tx, pack, change);
  await storeManifest(tx, load);
  const keptForUser = [...references, ...keptEntries(outcomes), ...figures];
  return {
    added: change.added.length,
    changed: change.changed.length,
    unchanged: change.unchanged,
    keptForUser,
    gone: change.gone,
  };
}

function refuseRowless({ manifest, rows, entries, observations }: PackLoad): void {
  const names = new Set(rows.map(nameOf));
  if (names.size !== rows.length)
    throw new LedgerRefusal("invalid", `The pack ${manifest.id} names a row twice. Check it with qipan check data.`);
  const cited = [
    ...entries.map(({ row }) => row),
    ...observations.flatMap(({ evidence }) => (evidence.kind === "pack" ? [evidence] : [])),
  ];
  const missing = cited.find((row) => !names.has(nameOf(row)));
  if (missing) {
    throw new LedgerRefusal(
      "no-evidence",
      `The pack ${manifest.id} has no row ${missing.row} in ${missing.table}, on which it would stand. Check it with qipan check data.`,
    );
  }
}

async function takeOut(tx: Tx, pack: string, { gone }: RawRowChange): Promise<void> {
  await withdrawGone(tx, pack, gone);
  await supersedeGone(tx, pack, gone);
  await deleteRows(tx, pack, gone);
}

async function storeManifest(tx: Tx, { manifest, rows }: PackLoad): Promise<void> {
  const { id, version, title } = manifest;
  const digest = digestOf(rows.map((row) => [row.table, row.row, rowDigest(row)]));
  const where = { jurisdiction: packKeeper, id };
  const held = await tx.db
    .selectFrom("pack")
    .select(["version", "digest"])
    .where("jurisdiction", "=", packKeeper)
    .where("id", "=", id)
    .executeTakeFirst();
  if (held?.digest === digest && held.version === version) return;
  const row = { ...where, version, title, digest, loadedAt: tx.now, loadedBy: tx.principal.actor };
  await tx.db
    .insertInto("pack")
    .values({ ...row, visibility: "public", sharedWith: [] })
    .onConflict((conflict) => conflict.columns(["jurisdiction", "id"]).doUpdateSet(row))
    .execute();
  await record(tx, {
    action: "load-pack",
    subject: { kind: "pack", id },
    jurisdiction: packKeeper,
    details: { version },
  });
}

/** 已载包. */
export interface HeldPack {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly loadedAt: Instant;
}

/** 已载包列表. Packs as last loaded, in order of their ids; none before the first load. */
export async function packsHeld(tx: Tx): Promise<readonly HeldPack[]> {
  return tx.db.selectFrom("pack").select(["id", "version", "title", "loadedAt"]).orderBy("id").execute();
}
