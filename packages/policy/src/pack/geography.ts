import { decimalOf } from "./cell.ts";
import { errorAt, type Finding } from "./finding.ts";
import { type Pack, rowsOf } from "./pack.ts";
import { PLACE_LEVELS } from "./places.ts";
import { cellOf, type TableRow, type TableRows } from "./table.ts";

type At = { readonly table: TableRows; readonly row: TableRow };

/** 地理. Points complete and inside the pack's bounds; codes, levels and parents as GB/T 2260 orders them. */
export function geographyFindings(pack: Pack): readonly Finding[] {
  const places = rowsOf(pack, "places");
  const levels = new Map(places.map(({ row }) => [cellOf(row, "code"), cellOf(row, "level")]));
  return [
    ...[...places, ...rowsOf(pack, "projects")].flatMap((at) => pointFindings(at, pack.manifest.bounds)),
    ...places.flatMap((at) => [...codeFindings(at), ...parentFindings(at, levels)]),
  ];
}

function pointFindings(at: At, bounds: Pack["manifest"]["bounds"]): readonly Finding[] {
  const [lon, lat] = [cellOf(at.row, "lon"), cellOf(at.row, "lat")];
  if (lon === "" && lat === "") return [];
  const found = `${lon || "(empty)"}, ${lat || "(empty)"}`;
  const fault = (code: string, expected: string): Finding[] => [
    errorAt({ ...at, column: "lon+lat" }, { code, found, expected, advice: "Correct the coordinates." }),
  ];
  if (lon === "" || lat === "") return fault("half-point", "both of lon and lat, or neither");
  const [x, y] = [decimalOf(lon), decimalOf(lat)];
  if (x === null || y === null) return [];
  const inside = x >= bounds.west && x <= bounds.east && y >= bounds.south && y <= bounds.north;
  const expected = `lon ${bounds.west} to ${bounds.east}, lat ${bounds.south} to ${bounds.north} (WGS84)`;
  return inside ? [] : fault("out-of-bounds", expected);
}

function codeFindings(at: At): readonly Finding[] {
  const code = cellOf(at.row, "code");
  const level = cellOf(at.row, "level");
  const isDivision = ["province", "prefecture", "county"].includes(level);
  if (/^\d{6}$/u.test(code) === isDivision) return [];
  const expected = isDivision ? `six digits of GB/T 2260 for a ${level}` : `no division code for a ${level || "place"}`;
  const advice = "Correct the code or the level.";
  return [errorAt({ ...at, column: "code" }, { code: "code-level", found: code, expected, advice })];
}

function parentFindings(at: At, levels: ReadonlyMap<string, string>): readonly Finding[] {
  const [code, level, parent] = [cellOf(at.row, "code"), cellOf(at.row, "level"), cellOf(at.row, "parent")];
  const fault = (expected: string): Finding[] => [
    errorAt(
      { ...at, column: "parent" },
      { code: "wrong-parent", found: parent || "(empty)", expected, advice: "Correct the parent." },
    ),
  ];
  if (level === "nation") return parent === "" ? [] : fault("no parent: a nation is the top");
  if (parent === "") return fault(`the division above this ${level}`);
  const above = levels.get(parent);
  if (above !== undefined && rank(above) > rank(level)) return fault(`a place of a level not below ${level}`);
  const bothDivisions = /^\d{6}$/u.test(code) && /^\d{6}$/u.test(parent);
  if (!bothDivisions || code.startsWith(parent.replace(/(?:00)+$/u, ""))) return [];
  return fault(`a division whose code is the beginning of ${code}`);
}

function rank(level: string): number {
  return PLACE_LEVELS.findIndex((word) => word === level);
}
