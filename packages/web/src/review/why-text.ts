import type { Words } from "../words/zh.ts";

/** What the ledger says for why, and what it means here. `share` is the part of the words that agree, in percent. */
const forms = [
  [/^same dates, (?<share>\d+) % of words$/u, "sameDates"],
  [/^dates touch, (?<share>\d+) % of words$/u, "datesTouch"],
  [/^told twice in the document: (?<share>\d+) % of words$/u, "toldTwice"],
  [/^the only one left of these days, and the entry names this document as its source$/u, "onlyOne"],
  [/^no indicator of the catalogue has exactly this name/u, "noIndicator"],
  [/^the sentence does not say for which period/u, "noPeriod"],
  [/^its unit is not that of the indicator/u, "otherUnit"],
  [/^it states a change without a level/u, "noLevel"],
  [/^the text does not say on which day it happened/u, "noDay"],
  [/^no register takes a \w+ yet/u, "noRegister"],
] as const satisfies readonly (readonly [RegExp, keyof Words["review"]["whys"]])[];

/** 为何. Why two things may be the same, or why a reading was left, in the words of the page; an unknown form as it came. */
export function whyText(why: string, { whys }: Words["review"]): string {
  for (const [form, name] of forms) {
    const found = form.exec(why);
    if (found) return whys[name](found.groups?.["share"] ?? "");
  }
  return why;
}
