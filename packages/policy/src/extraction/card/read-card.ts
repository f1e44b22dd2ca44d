import { type Card, emptyCard, type Fact } from "../../records/card.ts";
import type { Profile, ProfileFact } from "../../records/document-text.ts";
import { partialDate } from "../../records/partial-date.ts";
import type { Lexicon } from "../../mention/lexicon.ts";
import type { Passage } from "../../mention/passages.ts";
import { basisAt, type CardMatter, cardMatter, factAt } from "./card-matter.ts";
import { declaredOf } from "./declared.ts";
import { genreOf } from "./genre.ts";
import { horizonOf } from "./horizon.ts";
import { issuersOf } from "./issuers.ts";
import { type Labelled, labelsOf } from "./labels.ts";
import { levelOfIssuers, rankOf } from "./level.ts";
import { relationsOf } from "./relations.ts";
import { scopeOf } from "./scope.ts";
import { sourceOf } from "./source-of.ts";
import { standingOf } from "./standing.ts";
import { titleLine } from "./title-line.ts";

/**
 * 读卡片. What a document says of itself (GB/T 9704-2012, 7; index cards of official sites; by-lines of papers), each fact with
 * the words it was read from. Null and the empty list where the text does not say it; an empty text gives the empty card.
 * Pure; linear in the length of the text.
 */
export function readCard(passages: readonly Passage[], profile: Profile, lexicon: Lexicon): Card {
  const matter = cardMatter(passages, profile, lexicon);
  if (!matter) return emptyCard;
  const labels = labelsOf(matter);
  const title = titleLine(matter);
  const issuers = [...issuersOf(matter, labels)];
  const ranked = issuers.map(({ value }) => rankOf(value, lexicon));
  const level = levelOfIssuers(ranked);
  const leading = issuers[ranked.findIndex((row) => row.level !== null)];
  const genre = genreOf(matter, title);
  const relations = relationsOf(matter, { genre: genre?.value ?? null, title: profile.title?.value ?? null });
  return {
    title: fromProfile(matter, profile.title) ?? fromLabel(matter, labels, "title"),
    issuers,
    number: fromProfile(matter, profile.number) ?? fromLabel(matter, labels, "number"),
    date: fromProfile(matter, profile.date) ?? dateLabelled(matter, labels),
    genre,
    level: level && leading ? { value: level, basis: implied(leading) } : null,
    horizon: horizonOf(matter, title),
    scope: [...scopeOf(matter, { issuers, level, title })],
    standing: standingOf(matter, { labels, title, level }),
    source: sourceOf(matter, labels),
    plan: null,
    implements: [...relations.implements],
    replaces: [...relations.replaces],
    declares: [...declaredOf(matter)],
  };
}

function fromProfile(matter: CardMatter, fact: ProfileFact | null): Fact<string> | null {
  return fact ? { value: fact.value, basis: basisAt(matter, fact, "stated") } : null;
}

function fromLabel(matter: CardMatter, labels: readonly Labelled[], field: "title" | "number"): Fact<string> | null {
  const label = labels.find((one) => one.field === field);
  return label ? factAt(matter, label.words, { span: label }) : null;
}

const writtenDate = /^(?<year>(?:19|20)\d\d)[年\-/.](?<month>\d{1,2})(?:[月\-/.](?<day>\d{1,2})日?)?/u;

function dateLabelled(matter: CardMatter, labels: readonly Labelled[]): Fact<string> | null {
  for (const label of labels) {
    const parts = label.field === "date" ? writtenDate.exec(label.words) : null;
    if (!parts?.groups) continue;
    const { year, month = "", day } = parts.groups;
    const written = [year, month.padStart(2, "0"), ...(day ? [day.padStart(2, "0")] : [])].join("-");
    const date = partialDate.safeParse(written);
    if (date.success)
      return factAt(matter, date.data, { span: { start: label.start, end: label.start + parts[0].length } });
  }
  return null;
}

/** A rank is concluded from the name of the issuer. */
function implied({ basis }: Fact<string>): Fact<string>["basis"] {
  return basis.how === "read" ? { ...basis, certainty: "implied" } : basis;
}
