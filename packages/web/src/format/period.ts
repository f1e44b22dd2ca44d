import type { Language } from "../words/language.ts";

const parts: Record<string, Record<Language, string>> = {
  H1: { zh: "上半年", en: " H1" },
  H2: { zh: "下半年", en: " H2" },
  Q1: { zh: "一季度", en: " Q1" },
  Q2: { zh: "二季度", en: " Q2" },
  Q3: { zh: "三季度", en: " Q3" },
  Q4: { zh: "四季度", en: " Q4" },
};

/**
 * 时期. A period as the ledger writes it, for people: `2018H1` is 2018上半年, `2014/2018-06` is 2014—2018-06.
 * Anything else is given back as it is.
 */
export function periodText(period: string, language: Language): string {
  const dash = language === "zh" ? "—" : "–";
  return period
    .split("/")
    .map((end) =>
      end.replace(/^(\d{4})([HQ][1-4])$/u, (whole, year: string, part: string) => {
        const word = parts[part]?.[language];
        return word ? `${year}${word}` : whole;
      }),
    )
    .join(dash);
}

/** Whether a period is one whole calendar year, the only kind that a yearly line is drawn from. */
export function isYear(period: string): boolean {
  return /^\d{4}$/u.test(period);
}
