import { useContext, useMemo } from "react";
import { useAsk } from "../ask.ts";
import { placeText } from "../format/place.ts";
import { useLanguage, useWords } from "../words/use-words.ts";
import { PlaceNamesContext } from "./place-names.ts";

export type PlaceName = (code: string) => string;

/** 地名. Names of places by code, several codes joined by commas too: readings carry codes, and their answer no names. */
export function usePlaceName(): PlaceName {
  const language = useLanguage();
  const { terms } = useWords();
  const { data } = useAsk("listPlaces", { query: { limit: 500 } });
  const given = useContext(PlaceNamesContext);
  const held = useMemo(
    () =>
      Object.fromEntries([
        ...Object.entries(given).map(([code, zh]) => [code, { zh, en: null, id: null, kind: "place" }] as const),
        ...(data?.items ?? []).map(({ code, zh, en }) => [code, { zh, en, id: null, kind: "place" }] as const),
      ]),
    [data, given],
  );
  return (codes) =>
    codes
      .split(",")
      .map((code) => placeText(code, { names: held, language, terms }))
      .join(language === "zh" ? "、" : ", ");
}
