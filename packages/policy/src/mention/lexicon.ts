import { type EventFields, eventKinds } from "../records/event.ts";
import { domains, type Domain } from "../records/domain.ts";
import { type Comparator, comparator, type TitleMention, titleMention } from "../records/mention.ts";
import { type CardWords, cardWordFiles, cardWords } from "./card-words.ts";
import { type Cells, rowsOf } from "./word-rows.ts";
import { type Word, type WordTable, wordTable } from "./word-table.ts";

/** 地名行. A place of the gazetteer: code, every name it goes by, administrative level, code of the place it lies in. */
export interface PlaceRow {
  readonly code: string;
  readonly names: readonly string[];
  readonly level: string;
  readonly parent: string | null;
}

/** 机构行. A body known by name. */
export interface OrganisationRow {
  readonly id: string;
  readonly names: readonly string[];
  readonly kind: string;
}

/** 计量. Normal form of a written unit and what one of it is worth there: 万元 is 10 000 CNY. */
export interface UnitMeaning {
  readonly unit: string;
  readonly factor: number;
}

/** 升降. Direction of a verb that governs a number and whether the number is its amount or its result. */
export interface ChangeMeaning {
  readonly direction: "up" | "down";
  readonly role: "amount" | "to";
}

/** 量词强弱. `count` always counts; `name` only with Arabic figures: 7点要求, but 三期 names a phase. */
export type ClassifierStrength = "count" | "name";

/** 机构词尾. Class of body, and the characters that make the word another one: 开局, 委员. */
export interface SuffixMeaning {
  readonly class: string;
  readonly notAfter: string;
  readonly notBefore: string;
}

export type EventKind = NonNullable<EventFields["eventKind"]>;

/** 词典. All the words that the recognisers walk; the engine holds none of its own. */
export interface Lexicon {
  readonly units: WordTable<UnitMeaning>;
  readonly classifiers: WordTable<ClassifierStrength>;
  readonly comparators: { readonly before: WordTable<Comparator>; readonly after: WordTable<Comparator> };
  readonly changes: WordTable<ChangeMeaning>;
  readonly timeWords: WordTable<string>;
  readonly titleEndings: WordTable<TitleMention["class"]>;
  readonly organisationSuffixes: WordTable<SuffixMeaning>;
  readonly organisationHeads: WordTable<string>;
  readonly organisations: WordTable<OrganisationRow>;
  readonly places: WordTable<PlaceRow>;
  readonly placeByCode: ReadonlyMap<string, PlaceRow>;
  readonly regionCodes: ReadonlyMap<string, string>;
  readonly eventVerbs: WordTable<EventKind>;
  readonly speechVerbs: WordTable<null>;
  readonly planCues: WordTable<null>;
  readonly domainWords: WordTable<Domain>;
  readonly card: CardWords;
}

/** Texts of the lexicon files by file name, and the rows that come from elsewhere. */
export interface LexiconSources {
  readonly files: Readonly<Record<string, string>>;
  readonly places: readonly PlaceRow[];
  readonly organisations: readonly OrganisationRow[];
}

/** Files a lexicon is made of; `data/lexicon/README.md` documents their columns. */
export const lexiconFiles = [
  "units.tsv",
  "classifiers.tsv",
  "comparators.tsv",
  "changes.tsv",
  "time-words.tsv",
  "title-endings.tsv",
  "organisation-suffixes.tsv",
  "organisation-heads.tsv",
  "event-verbs.tsv",
  "speech-verbs.tsv",
  "plan-cues.tsv",
  "domain-words.tsv",
  "region-codes.tsv",
  ...cardWordFiles,
] as const;

/**
 * 读词典. Turns the texts of the lexicon files into a lexicon. Rows are `written<TAB>column…` under a header line; lines
 * that begin with # are remarks. Throws with file, line and expectation when a file is missing or a cell has no meaning.
 */
export function parseLexicon({ files, places, organisations }: LexiconSources): Lexicon {
  const table = <T>(name: (typeof lexiconFiles)[number], read: (cells: Cells) => T): WordTable<T> =>
    wordTable(rowsOf(files, name).map((cells) => ({ written: cells.take("written"), value: read(cells) })));
  const comparators = rowsOf(files, "comparators.tsv");
  const side = (position: string): WordTable<Comparator> =>
    wordTable(comparators.filter((cells) => cells.take("position") === position).map(comparatorWord));
  return {
    units: table("units.tsv", (cells) => ({ unit: cells.take("unit"), factor: cells.number("factor") })),
    classifiers: table("classifiers.tsv", (cells) => cells.oneOf("strength", ["count", "name"])),
    comparators: { before: side("before"), after: side("after") },
    changes: table("changes.tsv", (cells) => ({
      direction: cells.oneOf("direction", ["up", "down"]),
      role: cells.oneOf("role", ["amount", "to"]),
    })),
    timeWords: table("time-words.tsv", (cells) => cells.take("meaning")),
    titleEndings: table("title-endings.tsv", (cells) => cells.oneOf("class", titleMention.shape.class.options)),
    organisationSuffixes: table("organisation-suffixes.tsv", (cells) => ({
      class: cells.take("class"),
      notAfter: cells.take("not_after"),
      notBefore: cells.take("not_before"),
    })),
    organisationHeads: table("organisation-heads.tsv", (cells) => cells.take("level")),
    organisations: wordTable(organisations.flatMap((row) => row.names.map((written) => ({ written, value: row })))),
    places: wordTable(places.flatMap((row) => row.names.map((written) => ({ written, value: row })))),
    placeByCode: new Map(places.map((row) => [row.code, row])),
    regionCodes: new Map(
      rowsOf(files, "region-codes.tsv").map((cells) => [cells.take("written"), cells.take("region")]),
    ),
    eventVerbs: table("event-verbs.tsv", (cells) => cells.oneOf("kind", eventKinds)),
    speechVerbs: table("speech-verbs.tsv", () => null),
    planCues: table("plan-cues.tsv", () => null),
    domainWords: table("domain-words.tsv", (cells) => cells.oneOf("domain", domains)),
    card: cardWords((name, read, only = () => true) =>
      wordTable(
        rowsOf(files, name)
          .filter(only)
          .map((cells) => ({ written: cells.take("written"), value: read(cells) })),
      ),
    ),
  };
}

function comparatorWord(cells: Cells): Word<Comparator> {
  return { written: cells.take("written"), value: cells.oneOf("comparator", comparator.options) };
}
