import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { type Language, languageTag } from "../words/language.ts";
import { remember } from "./theme-switch.tsx";

/** 页面语言. The language in the address, else the one remembered (set on `html` before the first paint), else Chinese. */
export function usePageLanguage(): Language {
  const { lang } = useSearch({ from: "__root__" });
  const language = lang ?? (document.documentElement.lang === "en" ? "en" : "zh");
  useEffect(() => {
    document.documentElement.lang = languageTag[language];
    if (lang) remember("qipan-lang", lang);
  }, [language, lang]);
  return language;
}
