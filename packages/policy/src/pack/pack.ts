import { isTableKind, type TableKind } from "./kinds.ts";
import type { PackManifest } from "./manifest.ts";
import type { TableRow, TableRows } from "./table.ts";

/** 数据包. The tables of a pack beside its manifest, as the checks see them; a missing table has no rows. */
export interface Pack {
  readonly manifest: PackManifest;
  readonly tables: readonly TableRows[];
  readonly byKind: ReadonlyMap<TableKind, TableRows>;
}

/** 组包. Puts tables under the kinds that the manifest gives them; tables it does not name stay without kind. */
export function packOf(tables: readonly TableRows[], manifest: PackManifest): Pack {
  const byKind = new Map<TableKind, TableRows>();
  for (const entry of manifest.tables) {
    const table = tables.find(({ file }) => file === entry.file);
    if (table && isTableKind(entry.kind)) byKind.set(entry.kind, table);
  }
  return { manifest, tables, byKind };
}

/** 某种表. The table of a kind; when the pack has none, an empty table under that name. */
export function tableOf(pack: Pack, kind: TableKind): TableRows {
  return pack.byKind.get(kind) ?? { file: `${kind}.csv`, header: [], rows: [] };
}

/** 逐行. Rows of a kind, each with the table it stands in. */
export function rowsOf(pack: Pack, kind: TableKind): readonly { readonly table: TableRows; readonly row: TableRow }[] {
  const table = tableOf(pack, kind);
  return table.rows.map((row) => ({ table, row }));
}
