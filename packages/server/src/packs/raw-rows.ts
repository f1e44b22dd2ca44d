import type { RawRow } from "@qipan/ledger/packs/pack-load";
import type { PackManifest, TableEntry } from "@qipan/policy/pack/manifest";
import { cellOf, type TableRow, type TableRows } from "@qipan/policy/pack/table";

/**
 * 原始行. Every row of every table that the manifest names, as it stands in the pack. A row is known by the columns of its
 * table's key joined by `|`, its table by the path without `.csv`.
 */
export function rawRows(tables: readonly TableRows[], manifest: PackManifest): readonly RawRow[] {
  return manifest.tables.flatMap((entry) => {
    const table = tables.find(({ file }) => file === entry.file);
    return table ? table.rows.map((row) => rawRow(entry, row)) : [];
  });
}

function rawRow({ file, key, licences }: TableEntry, row: TableRow): RawRow {
  return {
    table: file.replace(/\.csv$/u, ""),
    row: key.map((column) => cellOf(row, column)).join("|"),
    content: row.cells,
    source: cellOf(row, "source_id") || cellOf(row, "source"),
    licence: cellOf(row, "licence") || licences.join("; "),
    confidence: confidenceOf(cellOf(row, "confidence")),
  };
}

/** A table without the column stands on no memory; any other word than `verified` (assumed, estimated) waits for checking. */
function confidenceOf(written: string): RawRow["confidence"] {
  return written === "" || written === "verified" ? "verified" : "recalled";
}
