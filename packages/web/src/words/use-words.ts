import { createContext, useContext } from "react";
import { en } from "./en.ts";
import type { Language } from "./language.ts";
import { type Words, zh } from "./zh.ts";

/** Catalogues by language. */
export const catalogues: Record<Language, Words> = { zh, en };

/** Language of the page; the shell sets it from the address. */
export const LanguageContext = createContext<Language>("zh");

/** Language in which the page is shown. */
export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** Words of the page's language, by section and identifier: `useWords().board.title`. */
export function useWords(): Words {
  return catalogues[useLanguage()];
}
