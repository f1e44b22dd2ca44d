import type { Fact, Level } from "../../records/card.ts";
import { mentionsIn } from "../reading-matter.ts";
import { homeOf } from "../region-of.ts";
import { type CardMatter, factAt } from "./card-matter.ts";
import { rankOf } from "./level.ts";
import type { TitleLine } from "./title-line.ts";

/**
 * 适用地区. Codes of the places for which a document is made: those of its issuers, else the first that its title names. The
 * title of a central text names what it is about. None is an empty list.
 */
export function scopeOf(
  matter: CardMatter,
  { issuers, level, title }: { issuers: readonly Fact<string>[]; level: Level | null; title: TitleLine | null },
): readonly Fact<string>[] {
  const own = issuers.flatMap(({ value, basis }) => {
    const { place } = rankOf(value, matter.lexicon);
    return place ? [{ value: place, basis }] : [];
  });
  if (own.length > 0 && level !== "central" && level !== "ministry") return once(own);
  return title ? inTitle(matter, title) : once(own);
}

/** 本市推进…: the text's own words for its place, concluded from the places that it names. */
const ownWords = /本市|全市|我市|本省|全省|我省/u;

function inTitle(matter: CardMatter, title: TitleLine): readonly Fact<string>[] {
  const own = ownWords.exec(title.words);
  const home = own && homeOf(matter.passages);
  if (own && home) {
    const span = { start: title.start + own.index, end: title.start + own.index + own[0].length };
    return [factAt(matter, home, { span, certainty: "implied" })];
  }
  const passages = matter.passages.filter(
    ({ scan }) => title.start <= scan.sentence.start && scan.sentence.start < title.end,
  );
  const [first] = passages.flatMap((passage) => mentionsIn(passage, "region", title));
  if (first?.mention.kind !== "region") return [];
  const { codes } = first.mention;
  return codes.map((code) => factAt(matter, code, { span: first }));
}

function once(facts: readonly Fact<string>[]): readonly Fact<string>[] {
  return facts.filter(({ value }, index) => facts.findIndex((fact) => fact.value === value) === index);
}
