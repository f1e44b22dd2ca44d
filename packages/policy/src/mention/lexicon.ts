import type { ChangeMeaning, PlaceRow, SuffixMeaning } from "./lexicon-rows.ts";
import { type EventFields, eventKinds } from "../records/event.ts";
import { domains, type Domain } from "../records/domain.ts";
import { type Comparator, comparator, type TitleMention, titleMention } from "../records/mention.ts";
import { type CardWords, cardWordFiles, cardWords } from "./card-words.ts";
import { type NameLexicon, nameFiles, nameLexicon } from "./name-lexicon.ts";
import { type RegionWords, regionWordFiles, regionWords } from "./region-words.ts";
import { type UndertakingWords, undertakingWordFiles, undertakingWords } from "./undertaking-words.ts";
import { type StepThing, stepMeaning, stepThings, type StepWords } from "./step-words.ts";
import { type Approximation, approximation } from "./approximation.ts";
import { changeWords } from "./change-words.ts";
import type { Interval } from "./date-interval.ts";
import { type TimeMeaning, timeMeaning } from "./time-word.ts";
import { type Cells, rowsOf, type WordFiles } from "./word-rows.ts";
import { type Word, type WordTable, wordAt, wordTable } from "./word-table.ts";

export type { ChangeMeaning, PlaceRow, SuffixMeaning } from "./lexicon-rows.ts";

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
  /** What it measures: money, area, time …; only some of them have halves and bounds of their own. */
  readonly kind: string;
  /** Code of the Unified Code for Units of Measure; null where it has none. */
  readonly ucum: string | null;
}

/**
 * 量词强弱. `count` always counts; `name` only with Arabic figures: 7点要求, but 三期 names a phase. Characters after it that
 * make it the beginning of another word (3市 but not 3市场).
 */
export interface ClassifierMeaning {
  readonly strength: "count" | "name";
  readonly notBefore: string;
}

const cueScopes = ["part", "rule", "sentence", "suppose", "past"] as const;

/**
 * 数字语气. How far a word bars the figures behind it: a goal (`part`) or a rule to the next semicolon, all of its sentence, all
 * that follows under its heading (`suppose`); `past` shows that something has happened. The neighbours make it another word.
 */
export interface FigureCue {
  readonly scope: (typeof cueScopes)[number];
  readonly notAfter: string;
  readonly notBefore: string;
}

/** 数字所在. What a part of a document does with figures, by the words of its heading. */
export type FigureSection = "plan" | "report" | "example";

export type EventKind = NonNullable<EventFields["eventKind"]>;

/** 词典. All the words that the recognisers walk; the engine holds none of its own. */
export interface Lexicon {
  readonly units: WordTable<UnitMeaning>;
  readonly classifiers: WordTable<ClassifierMeaning>;
  readonly comparators: { readonly before: WordTable<Comparator>; readonly after: WordTable<Comparator> };
  readonly changes: WordTable<ChangeMeaning>;
  /** 高, 多, 少 of 比全国高5980元: which way the number lies. */
  readonly comparisons: WordTable<ChangeMeaning["direction"]>;
  readonly approximations: WordTable<Approximation>;
  readonly timeWords: WordTable<TimeMeaning>;
  readonly namedTimes: WordTable<Interval>;
  readonly titleEndings: WordTable<TitleMention["class"]>;
  readonly organisationSuffixes: WordTable<SuffixMeaning>;
  readonly organisationHeads: WordTable<string>;
  readonly organisations: WordTable<OrganisationRow>;
  readonly places: WordTable<PlaceRow>;
  readonly placeByCode: ReadonlyMap<string, PlaceRow>;
  readonly regions: RegionWords;
  readonly names: NameLexicon;
  readonly regionCodes: ReadonlyMap<string, string>;
  readonly eventVerbs: WordTable<EventKind>;
  readonly speechVerbs: WordTable<null>;
  /** Words of goals and plans alone, those of `figureCues` with the scope `part`. */
  readonly planCues: WordTable<FigureCue>;
  readonly figureCues: WordTable<FigureCue>;
  readonly figureSections: WordTable<FigureSection>;
  readonly domainWords: WordTable<Domain>;
  readonly card: CardWords;
  readonly undertaking: UndertakingWords;
  readonly steps: StepWords;
}

/** Texts of the lexicon files by file name, and the rows that come from elsewhere. */
export interface LexiconSources {
  readonly files: WordFiles;
  readonly places: readonly PlaceRow[];
  readonly organisations: readonly OrganisationRow[];
}

/** Files a lexicon is made of; `data/lexicon/README.md` documents their columns. */
export const lexiconFiles = [
  "units.tsv",
  "classifiers.tsv",
  "comparators.tsv",
  "changes.tsv",
  "approximations.tsv",
  "time-words.tsv",
  "named-times.tsv",
  "title-endings.tsv",
  "organisation-suffixes.tsv",
  "organisation-heads.tsv",
  "event-verbs.tsv",
  "speech-verbs.tsv",
  "plan-cues.tsv",
  "domain-words.tsv",
  "region-codes.tsv",
  ...regionWordFiles,
  ...nameFiles,
  "step-verbs.tsv",
  "agreement-endings.tsv",
  ...cardWordFiles,
  ...undertakingWordFiles,
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
    wordTable(
      comparators.filter((cells) => cells.oneOf("position", ["before", "after"]) === position).map(comparatorWord),
    );
  const names = nameLexicon(
    files,
    rowsOf(files, "organisation-suffixes.tsv").map((cells) => ({
      written: cells.take("written"),
      value: { class: cells.take("class"), notAfter: cells.take("not_after"), notBefore: cells.take("not_before") },
    })),
  );
  return {
    units: table("units.tsv", unitMeaning),
    classifiers: table("classifiers.tsv", classifierMeaning),
    comparators: { before: side("before"), after: side("after") },
    ...changeWords(rowsOf(files, "changes.tsv")),
    approximations: wordTable(rowsOf(files, "approximations.tsv").map(approximation)),
    timeWords: table("time-words.tsv", timeMeaning),
    namedTimes: table("named-times.tsv", (cells) => ({ start: cells.day("start"), end: cells.day("end") })),
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
    names,
    regions: regionWords({
      divisions: files["divisions.tsv"] ?? "",
      groups: rowsOf(files, "region-groups.tsv"),
      letters: rowsOf(files, "region-letters.tsv"),
      places,
      isCommon: (written) => wordAt(names.heads, written, 0, written.length)?.written.length === written.length,
    }),
    regionCodes: new Map(
      rowsOf(files, "region-codes.tsv")
        .map((cells): readonly [string, string] => [cells.take("written"), cells.take("region")])
        .toReversed(), // of two rows the first counts
    ),
    eventVerbs: table("event-verbs.tsv", (cells) => cells.oneOf("kind", eventKinds)),
    speechVerbs: table("speech-verbs.tsv", () => null),
    planCues: wordTable(figureCues(files).filter(({ value }) => value.scope === "part")),
    figureCues: wordTable(figureCues(files)),
    figureSections: wordTable(figureSections(files)),
    domainWords: table("domain-words.tsv", (cells) => cells.oneOf("domain", domains)),
    steps: { verbs: stepVerbs(files), agreements: table("agreement-endings.tsv", () => null) },
    undertaking: undertakingWords((name) => rowsOf(files, name)),
    card: cardWords((name, read, only = () => true) =>
      wordTable(
        rowsOf(files, name)
          .filter(only)
          .map((cells) => ({ written: cells.take("written"), value: read(cells) })),
      ),
    ),
  };
}

function stepVerbs(files: LexiconSources["files"]): StepWords["verbs"] {
  const rows = rowsOf(files, "step-verbs.tsv").map((cells) => ({
    written: cells.take("written"),
    value: stepMeaning(cells),
  }));
  const of = (thing: StepThing): StepWords["verbs"][StepThing] =>
    wordTable(rows.filter(({ value }) => value.of === thing));
  const [project, plan, agreement, body] = stepThings;
  return { project: of(project), plan: of(plan), agreement: of(agreement), body: of(body) };
}

const sectionScopes = ["plan", "report", "example"] as const;
const ofSection = (cells: Cells): boolean => sectionScopes.some((scope) => scope === cells.take("scope"));

function figureCues(files: LexiconSources["files"]): readonly Word<FigureCue>[] {
  const rows = rowsOf(files, "plan-cues.tsv").filter((cells) => !ofSection(cells));
  return rows.map((cells) => ({
    written: cells.take("written"),
    value: {
      scope: cells.oneOf("scope", cueScopes),
      notAfter: cells.take("not_after"),
      notBefore: cells.take("not_before"),
    },
  }));
}

function figureSections(files: LexiconSources["files"]): readonly Word<FigureSection>[] {
  const rows = rowsOf(files, "plan-cues.tsv").filter(ofSection);
  return rows.map((cells) => ({ written: cells.take("written"), value: cells.oneOf("scope", sectionScopes) }));
}

function unitMeaning(cells: Cells): UnitMeaning {
  const ucum = cells.take("ucum");
  return {
    unit: cells.take("unit"),
    factor: cells.number("factor"),
    kind: cells.take("kind"),
    ucum: ucum === "-" ? null : ucum,
  };
}

function classifierMeaning(cells: Cells): ClassifierMeaning {
  const notBefore = cells.take("not_before");
  return { strength: cells.oneOf("strength", ["count", "name"]), notBefore: notBefore === "-" ? "" : notBefore };
}

function comparatorWord(cells: Cells): Word<Comparator> {
  return { written: cells.take("written"), value: cells.oneOf("comparator", comparator.options) };
}
