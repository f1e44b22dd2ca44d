import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useAsk } from "../ask.ts";
import { languageTag } from "../words/language.ts";
import { useLanguage } from "../words/use-words.ts";

/** What has a code and a name in Chinese, perhaps in English. */
export interface NamedPlace {
  readonly code: string;
  readonly zh: string;
  readonly en: string | null;
}

/** 地名. A place held, as a link to its page. */
export function PlaceLink({ of }: { readonly of: NamedPlace }): ReactElement {
  const language = useLanguage();
  const isEnglish = language === "en" && of.en !== null;
  return (
    <Link to="/places/$code" params={{ code: of.code }} lang={isEnglish ? undefined : languageTag.zh}>
      {isEnglish ? of.en : of.zh}
    </Link>
  );
}

/** 代码所指. The place of a code, as a link; what is held under no such code stands as written. */
export function PlaceOfCode({ code }: { readonly code: string }): ReactElement {
  const { data } = useAsk("getPlace", { params: { code }, query: {} });
  if (data) return <PlaceLink of={data.place} />;
  return <span lang={/\p{Script=Han}/u.test(code) ? languageTag.zh : undefined}>{code}</span>;
}

/** The same name as plain text. */
export function nameOf({ zh, en }: NamedPlace, language: "zh" | "en"): string {
  return language === "en" ? (en ?? zh) : zh;
}
