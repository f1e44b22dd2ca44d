import { existsSync, readFileSync } from "node:fs";
import { type Lexicon, lexiconFiles, type OrganisationRow, parseLexicon, type PlaceRow } from "./lexicon.ts";

/** Holds no test: it is what tests read their words with. The engine itself reads no files and is handed its lexicon. */
const data = new URL("../../../../data/", import.meta.url);

/** 试用词典. The lexicon of `data/lexicon` with the places and bodies of `data/jingjinji`; those two are empty if absent. */
export function lexiconOnDisk(): Lexicon {
  const files = Object.fromEntries(
    lexiconFiles.map((name) => [name, readFileSync(new URL(`lexicon/${name}`, data), "utf8")]),
  );
  return parseLexicon({ files, places: placeRows(), organisations: organisationRows() });
}

function placeRows(): readonly PlaceRow[] {
  return csvRows("jingjinji/places.csv").map((row) => ({
    code: row.code ?? "",
    names: namesOf(row),
    level: row.level ?? "",
    parent: row.parent || null,
  }));
}

function organisationRows(): readonly OrganisationRow[] {
  return csvRows("jingjinji/organisations.csv").map((row) => ({
    id: row.id ?? "",
    names: namesOf(row),
    kind: row.kind ?? "",
  }));
}

function namesOf(row: Readonly<Record<string, string>>): readonly string[] {
  return [row.name_zh ?? "", ...(row.aliases_zh ?? "").split(";")].filter((name) => name !== "");
}

function csvRows(path: string): readonly Readonly<Record<string, string>>[] {
  const url = new URL(path, data);
  if (!existsSync(url)) return [];
  const [header = [], ...rows] = readFileSync(url, "utf8").split("\n").filter(Boolean).map(csvCells);
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ""])));
}

/** Cells of one CSV line; quoted cells may hold commas and doubled quotes, not line breaks. */
function csvCells(line: string): readonly string[] {
  return Array.from(
    line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/gu),
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}
