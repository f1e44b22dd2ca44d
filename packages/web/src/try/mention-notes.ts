import type { Mention } from "@qipan/policy/records/mention";
import { periodOfDays } from "../format/days.ts";
import { periodText } from "../format/period.ts";
import { termText, unitText } from "../format/value.ts";
import { numeral } from "../format/number.ts";
import type { Language } from "../words/language.ts";
import type { Words } from "../words/zh.ts";

/** What the notes are written with: the words of the page and the names of places. */
export interface NoteWords {
  readonly words: Words;
  readonly language: Language;
  readonly place: (codes: string) => string;
}

/**
 * 提及之注. What a mention means, part by part: days and what sort of time, the number with its bound and direction, the
 * name and its class. A side that is open says so; a vague time has no days.
 */
export function mentionNotes(mention: Mention, { words, language, place }: NoteWords): readonly string[] {
  const { tried } = words;
  switch (mention.kind) {
    case "date": {
      const { dateStart, dateEnd, timeType } = mention;
      const isOneSided = dateStart === null || dateEnd === null;
      const days = isOneSided ? (dateStart ?? dateEnd ?? "") : periodText(periodOfDays(dateStart, dateEnd), language);
      return [days, tried.timeTypes[timeType], tried.classes[mention.class]].filter(Boolean);
    }
    case "quantity":
      return [
        numberText(mention, words),
        mention.polarity === "none" ? "" : tried.polarities[mention.polarity],
        mention.role === null ? "" : tried.amounts[mention.role],
      ].filter(Boolean);
    case "title":
      return [tried.titleClasses[mention.class]];
    case "region":
      return mention.codes.length > 0
        ? mention.codes.map((code) => (place(code) === code ? code : `${place(code)} ${code}`))
        : [tried.mayBe((mention.candidates ?? []).map((code) => place(code)).join(language === "zh" ? "、" : ", "))];
    case "organisation":
      return [
        termText(tried.bodyClasses, mention.class),
        mention.key === null ? "" : tried.knownAs(mention.key),
      ].filter(Boolean);
  }
}

const signs = { "=": "", "~": "≈ ", ">": "> ", ">=": "≥ ", "<": "< ", "<=": "≤ " } as const;

function numberText(
  { value, low, high, unit, comparator }: Extract<Mention, { readonly kind: "quantity" }>,
  { terms }: Words,
): string {
  const number =
    value === null ? [low, high].map((bound) => (bound === null ? "" : numeral(bound))).join("—") : numeral(value);
  const word = unit === null ? "" : unitText(unit, terms);
  return `${signs[comparator]}${number} ${word}`.trim();
}

/** 所依. What a mention leans on besides its own words, each as a phrase. */
export function leanNotes({ leansOn }: Mention, { tried }: Words): readonly string[] {
  return leansOn.map(({ on, text }) => tried.leansOn(tried.leans[on], text.replaceAll(/\s+/gu, "")));
}
