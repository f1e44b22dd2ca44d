import type { Fact, Genre } from "../../records/card.ts";
import type { Span } from "../../text/span.ts";
import type { GenreMeaning } from "../../mention/card-words.ts";
import { type Word, wordBefore } from "../../mention/word-table.ts";
import { type CardMatter, factAt, headOf, type Line } from "./card-matter.ts";

/** 文种. By the last words of the title, else by the form of the text; null where neither tells. */
export function genreOf(matter: CardMatter, title: (Span & { readonly words: string }) | null): Fact<Genre> | null {
  return (title && byTitle(matter, title)) ?? byForm(matter);
}

function byTitle(matter: CardMatter, title: Span & { readonly words: string }): Fact<Genre> | null {
  for (const end of titleEnds(matter, title.words)) {
    const word = wordBefore(matter.lexicon.card.genreEndings, title.words, end, 0);
    if (!word || !isMet(matter, word)) continue;
    const from = title.start + end - word.written.length;
    return factAt(matter, word.value.genre, { span: { start: from, end: title.start + end } });
  }
  return null;
}

function isMet({ lines }: CardMatter, { value }: Word<GenreMeaning>): boolean {
  return value.needs === "-" || lines.filter(({ kind }) => kind === "entry").length >= 3;
}

/**
 * Where the words that name the genre may end: before 及 or 和 that joins a second text (某行动计划及2018年工作要点), before a
 * bracket at the end, at the end.
 */
function titleEnds({ lexicon }: CardMatter, words: string): readonly number[] {
  const ends = [...words.matchAll(/[及和与](?=\d|[^及和与]{2,30}$)/gu)]
    .map(({ index }) => index)
    .filter(
      (index) =>
        wordBefore(lexicon.card.genreEndings, words, index, 0) !== null &&
        !/[《“]/u.test(words.slice(index)) &&
        !words.slice(0, index).includes("关于"),
    );
  const bracket = /[（(][^（）()]*[)）]$/u.exec(words)?.index;
  const half = /[—:：]{1,2}[^—:：]{4,}$/u.exec(words)?.index;
  return [...ends, ...(bracket === undefined ? [] : [bracket]), words.length, ...(half === undefined ? [] : [half])];
}

/** 形式. What a text shows to be by its form: words in the head that only that genre has. */
const forms: readonly { readonly genre: Genre; readonly shows: (matter: CardMatter) => Span | null }[] = [
  {
    genre: "table",
    shows: ({ lines }) => {
      const rows = lines.filter(({ kind }) => kind === "row");
      return rows.length * 2 > lines.length ? (rows[0] ?? null) : null;
    },
  },
  {
    genre: "news",
    shows: (matter) => inHead(matter, /本报讯|本报记者|新华社[^，。；]{0,12}电|[（(]记者[\s]?[^）)]{2,20}[)）]/u),
  },
  {
    genre: "briefing",
    shows: ({ lines }) =>
      lines.filter(({ words }) => /^(?:答|主持人|.{1,12}记者)[:：]/u.test(words)).length >= 2
        ? (lines.find(({ words }) => /^(?:答|主持人)[:：]/u.test(words)) ?? null)
        : null,
  },
  { genre: "agreement", shows: ({ lines }) => lines.find(({ words }) => /^甲方[:：（(]/u.test(words)) ?? null },
  {
    genre: "chronicle",
    shows: ({ lines }) => {
      const entries = lines.filter(({ kind }) => kind === "entry");
      return entries.length >= 5 && entries.length * 2 > lines.length ? (entries[0] ?? null) : null;
    },
  },
];

function byForm(matter: CardMatter): Fact<Genre> | null {
  for (const { genre, shows } of forms) {
    const span = shows(matter);
    if (span) return factAt(matter, genre, { span: { start: span.start, end: span.end }, certainty: "implied" });
  }
  return null;
}

function inHead(matter: CardMatter, pattern: RegExp): Span | null {
  for (const line of headOf(matter)) {
    const found = pattern.exec(line.words);
    if (found) return spanIn(line, found);
  }
  return null;
}

function spanIn(line: Line, { 0: words, index }: RegExpExecArray): Span {
  return { start: line.start + index, end: line.start + index + words.length };
}
