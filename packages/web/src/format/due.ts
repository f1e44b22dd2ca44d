import type { Language } from "../words/language.ts";
import { proseDay } from "./day.ts";

/** 到期. A day by which something is due: the last day of a year is 2020年底, any other is written out. */
export function dueText(day: string, language: Language): string {
  if (!day.endsWith("-12-31")) return language === "zh" ? day : proseDay(day, language);
  return language === "zh" ? `${day.slice(0, 4)}年底` : `end ${day.slice(0, 4)}`;
}
