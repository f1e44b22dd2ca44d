import { type TitleMention, titleMention } from "../records/mention.ts";
import type { SuffixMeaning } from "./lexicon-rows.ts";
import { type Cells, rowsOf, type WordFiles } from "./word-rows.ts";
import { type WordClasses, wordClasses } from "./word-classes.ts";
import { type Word, type WordTable, wordTable } from "./word-table.ts";

/** What must stand before the last word of a name to make it one: see data/lexicon/name-heads.tsv. */
const needs = [
  "place",
  "proper",
  "modified",
  "several",
  "works",
  "project",
  "landmark",
  "line",
  "numbered",
  "station",
  "phase",
  "plan",
] as const;
export type Needs = (typeof needs)[number];

/** 名尾. Last word of a name: what it names, the class of body where it is one, what must stand before it. */
export interface NameHead {
  readonly class: TitleMention["class"];
  readonly body: string | null;
  readonly needs: Needs;
  readonly notAfter: string;
  readonly notBefore: string;
}

/** 名称词. What names are recognised by: their last words, the common words around them, bodies known by name alone. */
export interface NameLexicon {
  readonly heads: WordTable<NameHead>;
  readonly words: WordClasses;
  readonly bodies: WordTable<string>;
}

/** Files that the words of names are made of, beside those of bodies. */
export const nameFiles = ["name-heads.tsv", "name-words.tsv", "bodies.tsv"] as const;

/** 成名称词. Last words of bodies go before those of other names. */
export function nameLexicon(files: WordFiles, suffixes: readonly Word<SuffixMeaning>[]): NameLexicon {
  const bodies = suffixes.map(({ written, value }) => ({ written, value: bodyHead(written, value) }));
  const others = rowsOf(files, "name-heads.tsv").map((cells) => ({
    written: cells.take("written"),
    value: otherHead(cells),
  }));
  return {
    heads: wordTable(unique([...bodies, ...others])),
    words: wordClasses(files, "name-words.tsv"),
    bodies: wordTable(
      rowsOf(files, "bodies.tsv").map((cells) => ({ written: cells.take("written"), value: cells.take("class") })),
    ),
  };
}

function bodyHead(written: string, { class: body, notAfter, notBefore }: SuffixMeaning): NameHead {
  return { class: "institution", body, needs: bodyNeeds(written, body), notAfter, notBefore };
}

/** Bodies of which a place has many: 县学校 and 市中心 are no names. */
const plainBodies = new Set(["中心", "小组", "学校", "公司", "合作社", "工厂", "酒店", "宾馆", "饭店"]);

function bodyNeeds(written: string, body: string): Needs {
  if (body === "leading-group") return "several";
  if (body === "government" || body === "party" || body === "assembly") return "place";
  return plainBodies.has(written) ? "modified" : "proper";
}

function otherHead(cells: Cells): NameHead {
  return {
    class: cells.oneOf("class", titleMention.shape.class.options),
    body: null,
    needs: cells.oneOf("needs", needs),
    notAfter: cells.take("not_after"),
    notBefore: cells.take("not_before"),
  };
}

function unique(words: readonly Word<NameHead>[]): readonly Word<NameHead>[] {
  const seen = new Set<string>();
  return words.filter(({ written }) => !seen.has(written) && seen.add(written));
}
