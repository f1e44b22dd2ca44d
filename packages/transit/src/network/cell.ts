import { z } from "zod";
import { clockMinutesOf, dayOf } from "./clock.ts";

/** 单元格读法. A schema from the text of one cell to a value; `read` answers null for text it does not take. */
export function cell<T>(expected: string, read: (written: string) => T | null): z.ZodType<T, string> {
  return z.string().transform((written, context): T => {
    const value = read(written);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
}

/** 可空单元格. Empty is null: not known, or not ended. */
export function optional<T>(expected: string, read: (written: string) => T | null): z.ZodType<T | null, string> {
  return z.string().transform((written, context): T | null => {
    if (written === "") return null;
    const value = read(written);
    if (value === null) context.addIssue({ code: "custom", message: `empty or ${expected}` });
    return value;
  });
}

/** 必填文字. */
export const text = cell("text", (written) => (written === "" ? null : written));

/** 选填文字. */
export const optionalText = optional("text", (written) => written);

/** 数值范围. A decimal from `low` to `high`, both included. */
export function numberBetween(low: number, high: number): z.ZodType<number, string> {
  return cell(`a number from ${low} to ${high}`, (written) => within(decimalOf(written), low, high));
}

/** 选填数值范围. The same, or null. */
export function optionalBetween(low: number, high: number): z.ZodType<number | null, string> {
  return optional(`a number from ${low} to ${high}`, (written) => within(decimalOf(written), low, high));
}

/** 整数范围. A whole number from `low` to `high`. */
export function wholeBetween(low: number, high: number): z.ZodType<number, string> {
  return cell(`a whole number from ${low} to ${high}`, (written) => within(wholeOf(written), low, high));
}

/** 选填整数范围. The same, or null. */
export function optionalWhole(low: number, high: number): z.ZodType<number | null, string> {
  return optional(`a whole number from ${low} to ${high}`, (written) => within(wholeOf(written), low, high));
}

/** 列表. Members joined by a separator, none of them empty; an empty cell is an empty list. */
export function members(separator: string): z.ZodType<readonly string[], string> {
  return cell(`members joined by ${separator}`, (written) => {
    const list = written === "" ? [] : written.split(separator);
    return list.includes("") ? null : list;
  });
}

/** 分钟列表. Whole minutes joined by `;`, each from `low` to `high`. */
export function minutes(low: number, high: number): z.ZodType<readonly number[], string> {
  return cell(`whole minutes from ${low} to ${high}, joined by ;`, (written) => {
    const list = written.split(";").map((one) => within(wholeOf(one), low, high));
    return list.every((one) => one !== null) ? list : null;
  });
}

/** 日. A day `YYYY-MM-DD`. */
export const day = cell("a day YYYY-MM-DD that exists in the calendar", dayOf);

/** 选填日. A day, or null: still so, or not known. */
export const optionalDay = optional("a day YYYY-MM-DD that exists in the calendar", dayOf);

/** 日或月. `YYYY-MM-DD`, or `YYYY-MM` where the day is not fixed. */
export const dayOrMonth = cell("a day YYYY-MM-DD or a month YYYY-MM", (written) =>
  written.length === 7 ? dayOf(`${written}-01`) && written : dayOf(written),
);

/** 时刻. `HH:MM` as minutes after midnight. */
export const clock = cell("a clock time HH:MM", clockMinutesOf);

/** 枚举. One word of a closed list. */
export function oneOf<const T extends string>(words: readonly T[]): z.ZodType<T, string> {
  return cell(`one of ${words.join(", ")}`, (written) => words.find((word) => word === written) ?? null);
}

/** 小数读法. The number of a plain decimal, or null. */
export function decimalOf(written: string): number | null {
  return /^-?\d+(?:\.\d+)?$/u.test(written) ? Number(written) : null;
}

function wholeOf(written: string): number | null {
  return /^\d+$/u.test(written) ? Number(written) : null;
}

function within(value: number | null, low: number, high: number): number | null {
  return value !== null && value >= low && value <= high ? value : null;
}
