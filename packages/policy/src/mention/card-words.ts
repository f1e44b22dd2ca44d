import { genres, levels, standings, type Genre, type Level, type Standing } from "../records/card.ts";
import type { Cells } from "./word-rows.ts";
import type { WordTable } from "./word-table.ts";

/** 文种词. Genre that the end of a title names; `entries` when only a text of dated entries is one. */
export interface GenreMeaning {
  readonly genre: Genre;
  readonly needs: "entries" | "-";
}

/** 效力词. Standing that a word gives, and whether the document must have an issuer of rank for it, or none. */
export interface StandingMeaning {
  readonly standing: Standing;
  readonly issuer: "official" | "unofficial" | "-";
}

/** 标签所指. Field of a card that a label in the head of a document fills. */
export const labelFields = ["issuers", "number", "date", "title", "source", "standing"] as const;
export type LabelField = (typeof labelFields)[number];

export type TitleRelation = "implements" | "replaces";

/** 卡片用词. Words by which the card of a document is read. */
export interface CardWords {
  readonly genreEndings: WordTable<GenreMeaning>;
  readonly levels: { readonly before: WordTable<Level>; readonly after: WordTable<Level> };
  readonly labels: WordTable<LabelField>;
  readonly standings: Readonly<Record<"title" | "label" | "text", WordTable<StandingMeaning>>>;
  readonly relations: { readonly before: WordTable<TitleRelation>; readonly after: WordTable<TitleRelation> };
  readonly parts: WordTable<"strong" | "weak">;
  readonly declaring: WordTable<"counts" | "makes">;
  readonly reports: WordTable<"report" | "wire">;
}

/** Files that the words are made of; `data/lexicon/README.md` documents their columns. */
export const cardWordFiles = [
  "genre-endings.tsv",
  "issuer-levels.tsv",
  "card-labels.tsv",
  "standing-words.tsv",
  "title-relations.tsv",
  "declared-parts.tsv",
  "declaring-verbs.tsv",
  "source-reports.tsv",
] as const;

/** Makes a table of those rows of a file that `only` lets through. */
export type TableOf = <T>(
  file: (typeof cardWordFiles)[number],
  read: (cells: Cells) => T,
  only?: (cells: Cells) => boolean,
) => WordTable<T>;

/** 读卡片用词. Throws, naming file and line, where a cell has no meaning. */
export function cardWords(table: TableOf): CardWords {
  const side = (value: "before" | "after") => (cells: Cells) => cells.oneOf("position", ["before", "after"]) === value;
  const where = (value: "title" | "label" | "text") => (cells: Cells) =>
    cells.oneOf("where", ["title", "label", "text"]) === value;
  const level = (cells: Cells) => cells.oneOf("level", levels);
  const standing = (cells: Cells) => ({
    standing: cells.oneOf("standing", standings),
    issuer: cells.oneOf("issuer", ["official", "unofficial", "-"]),
  });
  const relation = (cells: Cells) => cells.oneOf("relation", ["implements", "replaces"]);
  return {
    genreEndings: table("genre-endings.tsv", (cells) => ({
      genre: cells.oneOf("genre", genres),
      needs: cells.oneOf("needs", ["entries", "-"]),
    })),
    levels: {
      before: table("issuer-levels.tsv", level, side("before")),
      after: table("issuer-levels.tsv", level, side("after")),
    },
    labels: table("card-labels.tsv", (cells) => cells.oneOf("field", labelFields)),
    standings: {
      title: table("standing-words.tsv", standing, where("title")),
      label: table("standing-words.tsv", standing, where("label")),
      text: table("standing-words.tsv", standing, where("text")),
    },
    relations: {
      before: table("title-relations.tsv", relation, side("before")),
      after: table("title-relations.tsv", relation, side("after")),
    },
    parts: table("declared-parts.tsv", (cells) => cells.oneOf("strength", ["strong", "weak"])),
    declaring: table("declaring-verbs.tsv", (cells) => cells.oneOf("sense", ["counts", "makes"])),
    reports: table("source-reports.tsv", (cells) => cells.oneOf("how", ["report", "wire"])),
  };
}
