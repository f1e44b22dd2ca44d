import type { ReactElement } from "react";
import { languageTag } from "../words/language.ts";
import { useLanguage } from "../words/use-words.ts";

/** What has a name in both languages. */
export interface Titled {
  readonly title: string;
  readonly titleEn: string | null;
}

/**
 * 名称. Name of an entry in Song. In English pages the English name with the original in `title`; where none is held the
 * Chinese name, marked as Chinese for speech and fonts.
 */
export function Title({ of }: { readonly of: Titled }): ReactElement {
  const language = useLanguage();
  if (language === "zh") return <span className="doc">{of.title}</span>;
  if (of.titleEn)
    return (
      <span className="doc" title={of.title}>
        {of.titleEn}
      </span>
    );
  return (
    <span className="doc" lang={languageTag.zh}>
      {of.title}
    </span>
  );
}

/** The same name as plain text, for window titles and labels. */
export function titleText(of: Titled, language: "zh" | "en"): string {
  return language === "en" ? (of.titleEn ?? of.title) : of.title;
}
