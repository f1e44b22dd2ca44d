import { errorAt, type Finding, warningAt } from "./finding.ts";
import type { Pack } from "./pack.ts";
import { cellOf } from "./table.ts";

const MANIFEST = { file: "pack.json" };

/** 许可. Every table stands under licences the manifest explains, every licensed row under one of its table's. */
export function licenceFindings(pack: Pack): readonly Finding[] {
  return [...unexplained(pack), ...rowLicences(pack), ...idleSwitches(pack), ...unattributed(pack)];
}

function unexplained(pack: Pack): readonly Finding[] {
  const known = new Set(pack.manifest.licences.map(({ id }) => id));
  return pack.manifest.tables.flatMap(({ file, licences }) =>
    licences
      .filter((id) => !known.has(id))
      .map((found) =>
        errorAt(
          { table: MANIFEST, column: "tables.licences" },
          {
            code: "unknown-licence",
            found: `${found} for ${file}`,
            expected: `one of ${[...known].join(", ")}`,
            advice: "Explain the licence under licences, or correct its id.",
          },
        ),
      ),
  );
}

function rowLicences(pack: Pack): readonly Finding[] {
  return pack.manifest.tables.flatMap(({ file, licences }) => {
    const table = pack.tables.find((candidate) => candidate.file === file);
    if (!table?.header.includes("licence")) return [];
    return table.rows
      .filter((row) => !licences.includes(cellOf(row, "licence")) && !isWithoutContent(cellOf(row, "licence")))
      .map((row) =>
        errorAt(
          { table, row, column: "licence" },
          {
            code: "foreign-licence",
            found: cellOf(row, "licence"),
            expected: `one of ${licences.join(", ")}`,
            advice: "Move the row to a table of that licence, or name the licence in pack.json.",
          },
        ),
      );
  });
}

/** An empty licence cell is for a row whose licensed part stands in another table. */
function isWithoutContent(licence: string): boolean {
  return licence === "";
}

function idleSwitches(pack: Pack): readonly Finding[] {
  return pack.manifest.removable.flatMap(({ id, file, column, value }) => {
    const table = pack.tables.find((candidate) => candidate.file === file);
    if (table?.rows.some((row) => cellOf(row, column) === value)) return [];
    return [
      warningAt(
        { table: MANIFEST, column: "removable" },
        {
          code: "idle-switch",
          found: `${id}: no row of ${file} has ${column} = ${value}`,
          expected: "rows that the switch takes out",
          advice: "Correct file, column or value, or remove the switch.",
        },
      ),
    ];
  });
}

function unattributed(pack: Pack): readonly Finding[] {
  const named = new Set(pack.manifest.attribution.flatMap(({ files }) => files));
  return pack.manifest.tables
    .filter(({ file, licences }) => licences.includes("ODbL-1.0") && !named.has(file))
    .map(({ file }) =>
      errorAt(
        { table: MANIFEST, column: "attribution" },
        {
          code: "no-attribution",
          found: `none for ${file}`,
          expected: "an attribution, as ODbL 1.0 asks",
          advice: "Add the rights holders and the address of their notice.",
        },
      ),
    );
}
