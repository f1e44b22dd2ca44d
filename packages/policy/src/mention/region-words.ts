import { fold } from "../text/fold.ts";
import type { PlaceRow } from "./lexicon-rows.ts";
import { type NamedPlace, morePlaceNames, type PlaceNames, placeNames } from "./place-names.ts";
import type { Cells } from "./word-rows.ts";

/** 地区词. Every name of a place of two characters and more, groups of divisions, and the letters of divisions (津, 冀). */
export interface RegionWords {
  readonly names: PlaceNames;
  /** Codes of a group of divisions by the code of the row that stands for it. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
  readonly letters: ReadonlyMap<number, RegionLetter>;
}

/** 简称. Division of a one-character name; weak when the character is an ordinary word as well. */
export interface RegionLetter {
  readonly code: string;
  readonly weak: boolean;
}

/** Files that the words of regions are made of. */
export const regionWordFiles = ["divisions.tsv", "region-groups.tsv", "region-letters.tsv"] as const;

/** What the words of regions are made of: the pack's places first, they go before the table of divisions. */
export interface RegionSources {
  readonly divisions: string;
  readonly groups: readonly Cells[];
  readonly letters: readonly Cells[];
  readonly places: readonly PlaceRow[];
  /** Whether a name is a common word for such a site (开发区), which is no name by itself. */
  readonly isCommon: (written: string) => boolean;
}

/** 成地区词. The pack's names go first; a division that the pack holds keeps the pack's row. */
export function regionWords({ divisions, groups, letters, places, isCommon }: RegionSources): RegionWords {
  const byCode = new Map(places.map((row) => [row.code, row]));
  const codes = new Map<string, readonly string[]>();
  const named: NamedPlace[] = [];
  const rows = [...divisionRows(divisions)];
  const ordinary = new Set(rows.flatMap(({ weak }) => weak));
  for (const row of places)
    for (const written of row.names.filter((name) => !isCommon(name)))
      named.push({ written, row, weak: row.level === "county" && ordinary.has(written) });
  for (const cells of groups) {
    const row: PlaceRow = { code: `group-${cells.take("written")}`, names: [], level: "region", parent: null };
    codes.set(row.code, cells.take("codes").split(","));
    named.push({ written: cells.take("written"), row, weak: false });
  }
  for (const { row, strong, weak } of rows) {
    const known = byCode.get(row.code) ?? row;
    for (const written of strong) named.push({ written, row: known, weak: false });
    for (const written of weak) named.push({ written, row: known, weak: true });
  }
  return { names: placeNames(named), groups: codes, letters: lettersOf(letters, places) };
}

/** 增地名. The same words with further names of places; a name that is known already may mean them too. */
export function withPlaceNames(words: RegionWords, added: readonly NamedPlace[]): RegionWords {
  return { ...words, names: morePlaceNames(words.names, added) };
}

/** 区划行. One division with its names; the rows of divisions.tsv, read by hand because they are thousands. */
export interface DivisionRow {
  readonly row: PlaceRow;
  readonly strong: readonly string[];
  readonly weak: readonly string[];
}

/** Rows of divisions.tsv: code, name (`~` before one that is an ordinary word as well), level, short, weak. */
export function* divisionRows(text: string): Iterable<DivisionRow> {
  for (const line of text.split("\n")) {
    if (!/^\d/u.test(line)) continue;
    const [code = "", name = "", level = "", short = "-", weak = "-"] = line.split("\t");
    const isWeak = name.startsWith("~");
    const full = isWeak ? name.slice(1) : name;
    yield {
      row: { code, names: [full], level, parent: parentOf(code, level) },
      strong: [...(isWeak ? [] : [full]), ...members(short)],
      weak: [...(isWeak ? [full] : []), ...members(weak)],
    };
  }
}

const members = (cell: string): readonly string[] => (cell === "-" ? [] : cell.split(";"));

function parentOf(code: string, level: string): string | null {
  if (level === "province") return null;
  const province = `${code.slice(0, 2)}0000`;
  if (level === "prefecture" || /^(?:11|12|31|50|\d\d90)/u.test(code)) return province;
  return `${code.slice(0, 4)}00`;
}

/** Names of one character: those of the pack count everywhere, those of the table as it says. */
function lettersOf(cells: readonly Cells[], places: readonly PlaceRow[]): ReadonlyMap<number, RegionLetter> {
  const letters = new Map<number, RegionLetter>();
  for (const row of cells.toReversed()) // of two rows the first counts
    letters.set(fold(row.take("written")).charCodeAt(0), {
      code: row.take("code"),
      weak: row.take("strength") === "weak",
    });
  for (const { code, names } of places)
    for (const name of names) if (name.length === 1) letters.set(fold(name).charCodeAt(0), { code, weak: false });
  return letters;
}
