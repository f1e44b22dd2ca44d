import type { TypedValue } from "@qipan/policy/records/value";
import type { Words } from "../words/zh.ts";
import { numeral } from "./number.ts";

/** 数值文字. What the whisker says, in words: `约200,000`, `over 9,000`, `60—70`. For speech, titles and summaries. */
export function valueText(value: TypedValue, terms: Words["terms"]): string {
  if (value.qualifier === "range") return rangeText(value);
  const word = terms.qualifiers[value.qualifier];
  const number = numeral(value.nominal);
  if (!word) return number;
  return /^[a-z]/u.test(word) ? `${word} ${number}` : word.startsWith("以") ? `${number}${word}` : `${word}${number}`;
}

/** Both bounds of a range; a bound that is not there stays open. */
export function rangeText(value: TypedValue): string {
  return `${value.low === null ? "" : numeral(value.low)}—${value.high === null ? "" : numeral(value.high)}`;
}

/** Words of a unit, a compound one part by part; a unit that the catalogue does not know is shown as the ledger writes it. */
export function unitText(unit: string, terms: Words["terms"]): string {
  const known: Record<string, unknown> = terms.units;
  const wordOf = (name: string): string => {
    const word = known[name];
    return typeof word === "string" ? word : name;
  };
  return unit in known || !unit.includes("/") ? wordOf(unit) : unit.split("/").map(wordOf).join("/");
}

/** Words of a vintage: `initial` is 初次公布, `release-2024` is 2024年发布; an unknown one is shown as it is. */
export function vintageText(vintage: string, terms: Words["terms"]): string {
  const year = /^release-(\d{4})$/u.exec(vintage)?.[1];
  if (year) return terms.vintages.release(year);
  const known: Record<string, unknown> = terms.vintages;
  const word = known[vintage];
  return typeof word === "string" ? word : vintage;
}

/** Word of an identifier in a closed vocabulary; one that the vocabulary lacks is shown as it is, none as an empty text. */
export function termText(vocabulary: Readonly<Record<string, string>>, identifier: unknown): string {
  if (typeof identifier !== "string") return "";
  return vocabulary[identifier] ?? identifier;
}
