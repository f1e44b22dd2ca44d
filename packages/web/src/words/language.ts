/** 语言. Languages of the interface, Chinese first. */
export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** Tag for the `lang` attribute. */
export const languageTag: Record<Language, string> = { zh: "zh-CN", en: "en" };
