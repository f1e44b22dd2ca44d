import type { Fact, Level, Standing } from "../../records/card.ts";
import type { StandingMeaning } from "../../mention/card-words.ts";
import { wordAt, type WordTable, wordBefore } from "../../mention/word-table.ts";
import { type CardMatter, factAt, headOf, type Line } from "./card-matter.ts";
import type { Labelled } from "./labels.ts";
import type { TitleLine } from "./title-line.ts";

interface Head {
  readonly labels: readonly Labelled[];
  readonly title: TitleLine | null;
  readonly level: Level | null;
}

/** 效力. What a label, the title or its bracket, or the words of enactment say; null where nothing does. */
export function standingOf(matter: CardMatter, head: Head): Fact<Standing> | null {
  return byLabel(matter, head) ?? byTitle(matter, head) ?? byBracket(matter) ?? byText(matter, head);
}

function byLabel(matter: CardMatter, { labels }: Head): Fact<Standing> | null {
  const label = labels.find(({ field }) => field === "standing");
  const word = label && wordAt(matter.lexicon.card.standings.label, label.words, 0, label.words.length);
  return label && word ? factAt(matter, word.value.standing, { span: label }) : null;
}

/** 某规划（征求意见稿）, 某论坛共同倡议（改写）: the end of the title, or what stands in its last bracket. */
function byTitle(matter: CardMatter, { title, level }: Head): Fact<Standing> | null {
  if (!title) return null;
  const bracket = /[（(](?<inner>[^（）()]*)[)）]$/u.exec(title.words);
  const ends = [title.words.length - (bracket ? 1 : 0), bracket ? bracket.index : -1].filter((end) => end > 0);
  for (const end of ends) {
    const word = allowed(matter.lexicon.card.standings.title, level, (table) => wordBefore(table, title.words, end, 0));
    if (word)
      return factAt(matter, word.value.standing, {
        span: { start: title.start + end - word.written.length, end: title.start + end },
      });
  }
  return null;
}

/** （征求意见稿） on a line of its own under the title. */
function byBracket(matter: CardMatter): Fact<Standing> | null {
  for (const line of headOf(matter)) {
    const inner = /^[（(](?<inner>[^（）()]{2,8})[)）]$/u.exec(line.words.trim())?.groups?.["inner"];
    const word = inner && wordBefore(matter.lexicon.card.standings.title, inner, inner.length, 0);
    if (word) return factAt(matter, word.value.standing, { span: line });
  }
  return null;
}

/** Words of enactment in the first lines or the last ones. */
function byText(matter: CardMatter, { level }: Head): Fact<Standing> | null {
  const { lines } = matter;
  const last = lines.slice(Math.max(0, lines.length - 12));
  for (const line of [...headOf(matter), ...last]) {
    const found = inLine(matter, line, level);
    if (found) return found;
  }
  return null;
}

function inLine(matter: CardMatter, line: Line, level: Level | null): Fact<Standing> | null {
  const table = matter.lexicon.card.standings.text;
  for (let at = 0; at < line.words.length; at += 1) {
    const word = allowed(table, level, (words) => wordAt(words, line.words, at, line.words.length));
    if (word)
      return factAt(matter, word.value.standing, {
        span: { start: line.start + at, end: line.start + at + word.written.length },
      });
  }
  return null;
}

type Found = ReturnType<typeof wordAt<StandingMeaning>>;

function allowed(
  table: WordTable<StandingMeaning>,
  level: Level | null,
  look: (table: WordTable<StandingMeaning>) => Found,
): Found {
  const word = look(table);
  if (!word || word.value.issuer === "-") return word;
  return (word.value.issuer === "official") === (level !== null) ? word : null;
}
