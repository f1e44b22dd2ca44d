import type { Lexicon } from "./lexicon.ts";

/** Codes by normal unit, made once for a lexicon. */
const made = new WeakMap<Lexicon, ReadonlyMap<string, string>>();

/**
 * 统一码. UCUM code of the normal unit of a quantity, part by part; a unit that UCUM lacks is an annotation ({家}, {CNY}/kW.h).
 * Null for a number without unit.
 * @example ucumOf("CNY/kWh", lexicon) // "{CNY}/kW.h"
 */
export function ucumOf(unit: string | null, lexicon: Lexicon): string | null {
  if (unit === null) return null;
  const codes = codesOf(lexicon);
  return unit
    .split("/")
    .map((part) => codes.get(part) ?? `{${part}}`)
    .join("/");
}

function codesOf(lexicon: Lexicon): ReadonlyMap<string, string> {
  const known = made.get(lexicon);
  if (known) return known;
  const codes = new Map<string, string>();
  for (const words of lexicon.units.byFirst.values())
    for (const { value } of words) if (value.ucum !== null) codes.set(value.unit, value.ucum);
  made.set(lexicon, codes);
  return codes;
}
