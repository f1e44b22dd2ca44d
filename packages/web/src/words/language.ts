/** 语言. Languages of the interface, Chinese first. */
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** Tag for the `lang` attribute. */
export const languageTag: Record<Language, string> = { zh: "zh-CN", en: "en" };

/** 语种. Language attribute of words that stand in a page of another language: Chinese on an English page, else none. */
export function langOf(text: string, page: Language): string | undefined {
  return page === "en" && /\p{Script=Han}/u.test(text) ? languageTag.zh : undefined;
}
