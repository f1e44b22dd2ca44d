import { useMemo } from "react";
import { useAsk } from "../ask.ts";
import { placeText } from "../format/place.ts";
import { useLanguage, useWords } from "../words/use-words.ts";

export type PlaceName = (code: string) => string;

/** 地名. Names of places by code, several codes joined by commas too: readings carry codes, and their answer no names. */
export function usePlaceName(): PlaceName {
  const language = useLanguage();
  const { terms } = useWords();
  const { data } = useAsk("listPlaces", { query: { limit: 500 } });
  const held = useMemo(
    () =>
      Object.fromEntries((data?.items ?? []).map(({ code, zh, en }) => [code, { zh, en, id: null, kind: "place" }])),
    [data],
  );
  return (codes) =>
    codes
      .split(",")
      .map((code) => placeText(code, { names: held, language, terms }))
      .join(language === "zh" ? "、" : ", ");
}
