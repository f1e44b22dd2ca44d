import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Lexicon, lexiconFiles, parseLexicon } from "@qipan/policy/mention/lexicon";
import { type KnownName, withNames } from "@qipan/policy/mention/known-name";
import type { WholePack } from "@qipan/policy/library/lexicon-pack";
import { gazetteerOf } from "@qipan/policy/pack/gazetteer";
import { cellOf, membersOf, type TableRows } from "@qipan/policy/pack/table";
import { tableOfText } from "./table-file.ts";

/** 词典来处. Where the words and the names come from: the lexicon folder and the pack whose places and bodies are known. */
export interface LexiconFolders {
  readonly lexicon: string;
  readonly pack: string;
}

/** 随附数据. The lexicon and the pack that come with the project. */
export function ownFolders(root: string): LexiconFolders {
  return { lexicon: join(root, "data/lexicon"), pack: join(root, "data/jingjinji") };
}

/**
 * 装词典. Reads the words of the recognisers and the gazetteer of a pack. Throws, naming file and line, where a file is
 * missing or a cell has no meaning.
 */
export async function readLexicon({ lexicon, pack }: LexiconFolders): Promise<Lexicon> {
  const [texts, { places, organisations, names }] = await Promise.all([
    Promise.all(lexiconFiles.map((name) => readFile(join(lexicon, name), "utf8"))),
    readLexiconPack(pack),
  ]);
  const files = Object.fromEntries(lexiconFiles.map((name, index) => [name, texts[index] ?? ""]));
  return withNames(parseLexicon({ files, places, organisations }), names);
}

/** 装名录. The names of a pack: its places, its bodies, and further names of both. */
export async function readLexiconPack(pack: string): Promise<Omit<WholePack, "files">> {
  const [places, organisations, aliases] = await Promise.all([
    tableIn(pack, "places.csv"),
    tableIn(pack, "organisations.csv"),
    tableIn(pack, "aliases.csv"),
  ]);
  return {
    places: gazetteerOf(places),
    organisations: organisations.rows.map((row) => ({
      id: cellOf(row, "id"),
      names: [cellOf(row, "name_zh"), ...membersOf(row, "aliases_zh")],
      kind: cellOf(row, "kind"),
    })),
    names: aliasNames(aliases, organisations),
  };
}

/** Names of the alias table that mean a place or a body; those of projects and plans are for search alone. */
function aliasNames(aliases: TableRows, organisations: TableRows): readonly KnownName[] {
  const classes = new Map(organisations.rows.map((row) => [cellOf(row, "id"), cellOf(row, "kind")]));
  return aliases.rows.flatMap((row): KnownName[] => {
    const written = cellOf(row, "name_zh");
    const [code, id] = [cellOf(row, "place"), cellOf(row, "organisation")];
    if (code !== "") return [{ written, means: "place", code }];
    return id === "" ? [] : [{ written, means: "organisation", id, class: classes.get(id) ?? "" }];
  });
}

async function tableIn(pack: string, file: string): Promise<TableRows> {
  return tableOfText(file, await readFile(join(pack, file), "utf8")).table;
}
