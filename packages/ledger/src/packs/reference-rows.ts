import { ownerOf } from "@qipan/policy/pack/owner";
import type { PlaceRow } from "@qipan/policy/pack/places";
import type { SourceRow } from "@qipan/policy/pack/sources";
import { insertRows, updateRows } from "../bulk.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { Tx } from "../transaction.ts";
import { type KeptRow, type PackLoad, packKeeper } from "./pack-load.ts";

/** 载入地方与来源. New ones are added, changed ones replaced; those that the pack does not own stay and are listed. */
export async function storeReferences(tx: Tx, load: PackLoad): Promise<readonly KeptRow[]> {
  return [...(await storePlaces(tx, load)), ...(await storeSources(tx, load))];
}

async function storePlaces(tx: Tx, { manifest, places }: PackLoad): Promise<readonly KeptRow[]> {
  const parents = new Map(places.map(({ code, parent }) => [code, parent]));
  const wanted = places.map((place) => {
    const jurisdiction = ownerOf([place.code], (code) => parents.get(code) ?? null);
    return { jurisdiction, ...placeColumns(place), pack: manifest.id };
  });
  const held = await tx.db.selectFrom("place").selectAll().execute();
  const byCode = new Map(held.map((row) => [row.code, row]));
  const fresh = wanted.filter(({ code }) => !byCode.has(code));
  const owned = wanted.filter(({ code }) => byCode.get(code)?.pack === manifest.id);
  const changed = owned
    .filter((row) => differs(byCode.get(row.code), row))
    .map((row) => ({ ...row, jurisdiction: byCode.get(row.code)?.jurisdiction }));
  await insertRows(
    tx.db,
    "place",
    fresh.map((row) => ({ ...row, visibility: "public", sharedWith: [] })),
  );
  await updateRows(tx.db, "place", { rows: changed, keys: ["jurisdiction", "code"] });
  const foreign = wanted.filter(({ code }) => byCode.has(code) && byCode.get(code)?.pack !== manifest.id);
  return foreign.map(({ code }) => ({
    table: "places",
    row: code,
    why: `The place ${code} is held and does not come from this pack.`,
  }));
}

async function storeSources(tx: Tx, { manifest, sources }: PackLoad): Promise<readonly KeptRow[]> {
  const wanted = sources.map((source) => ({ jurisdiction: packKeeper, ...sourceColumns(source), pack: manifest.id }));
  const held = await tx.db.selectFrom("source").selectAll().where("jurisdiction", "=", packKeeper).execute();
  const byId = new Map(held.map((row) => [row.id, row]));
  await insertRows(
    tx.db,
    "source",
    wanted.filter(({ id }) => !byId.has(id)).map((row) => ({ ...row, visibility: "public", sharedWith: [] })),
  );
  const owned = wanted.filter(({ id }) => byId.get(id)?.pack === manifest.id);
  await updateRows(tx.db, "source", {
    rows: owned.filter((row) => differs(byId.get(row.id), row)),
    keys: ["jurisdiction", "id"],
  });
  const foreign = wanted.filter(({ id }) => byId.has(id) && byId.get(id)?.pack !== manifest.id);
  return foreign.map(({ id }) => ({
    table: "sources",
    row: id,
    why: `The source ${id} is held and does not come from this pack.`,
  }));
}

function placeColumns(place: PlaceRow) {
  const { code, nameZh, nameEn, level, parent, lon, lat, aliasesZh, coordBasis, source, sourceId, confidence } = place;
  return {
    code,
    nameZh,
    nameEn,
    level,
    parent,
    lon,
    lat,
    aliasesZh: [...aliasesZh],
    coordBasis,
    source,
    sourceId,
    confidence,
  };
}

function sourceColumns({ id, title, publisher, date, url, urlKind }: SourceRow) {
  return { id, title, publisher, date: date?.written ?? null, url, urlKind };
}

/** Whether a held row says anything else than the row wanted; the unit never changes. */
function differs(
  held: Readonly<Record<string, unknown>> | undefined,
  wanted: Readonly<Record<string, unknown>>,
): boolean {
  const columns = Object.keys(wanted).filter((column) => column !== "jurisdiction");
  return columns.some((column) => canonicalJson(held?.[column] ?? null) !== canonicalJson(wanted[column] ?? null));
}
