import type { Language } from "../words/language.ts";

const englishMonths = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/**
 * 日期行文. A day, month or year as prose writes it; tables keep the ISO form.
 * @example proseDay("2018-12-31", "zh") // "2018年12月31日"; in English "31 Dec 2018"
 */
export function proseDay(iso: string, language: Language): string {
  const [year = "", month, day] = iso.split("-");
  if (language === "zh") return `${year}年${month ? `${Number(month)}月` : ""}${day ? `${Number(day)}日` : ""}`;
  const name = month ? `${englishMonths[Number(month) - 1] ?? month} ` : "";
  return `${day ? `${Number(day)} ` : ""}${name}${year}`;
}

/** 天数. Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Whether the text is a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;
}

/** Where a day lies in its years, for axes: 2014-07-02 is about 2014.5. */
export function yearFraction(iso: string): number {
  const year = Number(iso.slice(0, 4));
  const start = `${year}-01-01`;
  return year + daysBetween(start, iso) / daysBetween(start, `${year + 1}-01-01`);
}
