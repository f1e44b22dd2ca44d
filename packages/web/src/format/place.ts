import type { Names } from "@qipan/server/contract/entries";
import type { Language } from "../words/language.ts";
import type { Words } from "../words/zh.ts";

/** 三地. Codes of the three places, always in this order. */
export const provinces = ["110000", "120000", "130000"] as const;
export type Province = (typeof provinces)[number];

/** Short name of a place: 京 for 110000, the held name for another code, the code or written name where none is held. */
export function placeText(
  code: string,
  context: { readonly names?: Names; readonly language: Language; readonly terms: Words["terms"] },
): string {
  const short: Readonly<Record<string, string>> = context.terms.placesLong;
  const named = context.names?.[code];
  return short[code] ?? (context.language === "en" ? (named?.en ?? named?.zh) : named?.zh) ?? code;
}

/** Whether a place code lies in a province (or is it); joint and national codes lie in none. */
export function liesIn(code: string, province: Province): boolean {
  return code.startsWith(province.slice(0, 2)) && /^\d{6}$/u.test(code);
}
