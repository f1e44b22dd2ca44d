import type { NewObservation } from "../records/observation.ts";
import { entryRows } from "./entry-rows.ts";
import { observationRows } from "./observation-rows.ts";
import { type Pack, tableOf } from "./pack.ts";
import type { PackContext, PackEntry, RowsOf } from "./pack-entry.ts";
import type { PlaceRow } from "./places.ts";
import type { SourceRow } from "./sources.ts";
import { typedRows } from "./typed-rows.ts";

/** 数据包入账. All that a pack gives to the ledger, typed; rows that could not be read are left out (see `checkPack`). */
export interface LedgerRows {
  readonly places: readonly PlaceRow[];
  readonly sources: readonly SourceRow[];
  readonly entries: readonly PackEntry[];
  readonly observations: readonly NewObservation[];
}

/** Turns a checked pack into rows for the ledger: every row public, owned by the province, joint space or nation it concerns. */
export function ledgerRows(pack: Pack): LedgerRows {
  const rows: RowsOf = (kind) => typedRows(kind, tableOf(pack, kind)).rows.map(({ row }) => row);
  const places = rows("places");
  const parents = new Map(places.map((place) => [place.code, place.parent]));
  const context: PackContext = { pack: pack.manifest.id, rows, parentOf: (code) => parents.get(code) ?? null };
  return {
    places,
    sources: rows("sources"),
    entries: entryRows(context),
    observations: observationRows(context),
  };
}
