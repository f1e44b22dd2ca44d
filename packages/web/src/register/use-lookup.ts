import { entryKinds } from "@qipan/policy/records/registers";
import type { Names } from "@qipan/server/contract/entries";
import { useMemo } from "react";
import { useAsk } from "../ask.ts";
import { titleText } from "../parts/title.tsx";
import { useLanguage } from "../words/use-words.ts";
import type { FieldDescription } from "./field-text.ts";
import { type Lookup, lookupOf } from "./reference-lookup.ts";

const offeredAtMost = 500;

/** What a field may refer to: entries of its kind, or places; nothing is asked for fields that refer to nothing. */
export function useLookup({ control, refers }: FieldDescription, names: Names): Lookup {
  const language = useLanguage();
  const isPlace = control === "place" || refers === "place";
  const kind = isPlace ? undefined : entryKinds.find((kind) => kind === refers);
  const places = useAsk("listPlaces", { query: { limit: offeredAtMost } }, { enabled: isPlace });
  const entries = useAsk(
    "listEntries",
    { query: { kind: kind ?? "organisation", sort: "title", limit: offeredAtMost } },
    { enabled: kind !== undefined },
  );
  return useMemo(() => {
    const placePairs = isPlace ? (places.data?.items ?? []) : [];
    const entryPairs = kind ? (entries.data?.items ?? []) : [];
    return lookupOf(
      [
        ...placePairs.map(({ code, zh, en }) => [code, language === "en" ? (en ?? zh) : zh] as const),
        ...entryPairs.map((entry) => [entry.key, titleText(entry, language)] as const),
      ],
      names,
      language,
    );
  }, [isPlace, kind, places.data, entries.data, names, language]);
}
