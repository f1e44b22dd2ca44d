import type { Names } from "@qipan/server/contract/entries";

/** 引名对照. Names of what a field may refer to, both ways: what a form shows and what the ledger keeps. */
export interface Lookup {
  /** Name of a key or code; what is not held stays as written. */
  readonly nameOf: (key: string) => string;
  /** Key or code of a name; what is not held stays as written. */
  readonly keyOf: (name: string) => string;
  /** Names to offer. */
  readonly offered: readonly string[];
}

/** A lookup over pairs of key and name. Where two keys share a name, the first keeps it and the others are shown as keys. */
export function lookupOf(
  pairs: readonly (readonly [key: string, name: string])[],
  names: Names,
  language: "zh" | "en",
): Lookup {
  const keys = new Map<string, string>();
  for (const [key, name] of pairs) if (!keys.has(name)) keys.set(name, key);
  const shown = new Map(Array.from(keys, ([name, key]) => [key, name]));
  const named = (key: string): string | undefined =>
    language === "en" ? (names[key]?.en ?? names[key]?.zh) : names[key]?.zh;
  const namedKeys = new Map(Object.keys(names).map((key) => [named(key) ?? key, key]));
  return {
    nameOf: (key) => shown.get(key) ?? named(key) ?? key,
    keyOf: (name) => keys.get(name) ?? namedKeys.get(name) ?? name,
    offered: [...keys.keys()],
  };
}
