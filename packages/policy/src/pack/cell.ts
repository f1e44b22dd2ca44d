import { z } from "zod";
import { calendarDateOf, writtenDateOf, yearOf } from "./dates.ts";

/**
 * 单元格读法. A schema from the text of one cell to a value; `read` answers null for text it does not take.
 * The message of the issue is what was expected: the finding adds what was found and where.
 */
export function cell<T>(expected: string, read: (written: string) => T | null): z.ZodType<T, string> {
  return z.string().transform((written, context): T => {
    const value = read(written);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  });
}

/** 可空单元格. As `cell`, but an empty cell is null: not known. */
export function optional<T>(expected: string, read: (written: string) => T | null): z.ZodType<T | null, string> {
  const filled = cell(`empty or ${expected}`, read);
  return z.string().transform((written, context): T | null => {
    if (written === "") return null;
    const result = filled.safeParse(written);
    if (result.success) return result.data;
    for (const issue of result.error.issues) context.addIssue({ code: "custom", message: issue.message });
    return z.NEVER;
  });
}

/** 必填文字. Text that may not be empty. */
export const text = cell("text", (written) => (written === "" ? null : written));

/** 选填文字. Text, or null when the cell is empty. */
export const optionalText = optional("text", (written) => written);

/** 标识. Identifier of the pack in kebab case: `rail-jingxiong`. */
export const identifier = cell("an identifier in kebab case", identifierOf);

/** 选填标识. Identifier or null. */
export const optionalIdentifier = optional("an identifier in kebab case", identifierOf);

/** 数值. Plain decimal: `-1.5`, `20`; no separators, no exponent. */
export const decimal = cell("a plain decimal number", decimalOf);

/** 正整数. A whole number of at least 1. */
export const wholeNumber = cell("a whole number of at least 1", (written) =>
  /^[1-9]\d*$/u.test(written) ? Number(written) : null,
);

/** 选填数值. Plain decimal or null. */
export const optionalDecimal = optional("a plain decimal number", decimalOf);

const DATE_FORMS = "a date YYYY, YYYY-MM or YYYY-MM-DD that exists in the calendar";

/** 日期. Date of day, month or year precision. */
export const date = cell(DATE_FORMS, writtenDateOf);

/** 选填日期. The same, or null. */
export const optionalDate = optional(DATE_FORMS, writtenDateOf);

/** 选填年份. Year as a number, or null. */
export const optionalYear = optional("a year YYYY", yearOf);

/** 选填日. A day `YYYY-MM-DD`, or null. */
export const optionalDay = optional("a day YYYY-MM-DD that exists in the calendar", calendarDateOf);

/** 选填列表. Members joined by `;`; an empty cell is an empty list; no empty or repeated member. */
export const members = cell("members joined by ; without repetition", membersOrNull);

/** 必填列表. As `members`, with at least one. */
export const someMembers = cell("at least one member, joined by ; without repetition", (written) =>
  written === "" ? null : membersOrNull(written),
);

/** 枚举. One word of a closed list. */
export function oneOf<const T extends string>(words: readonly T[]): z.ZodType<T, string> {
  return cell(`one of ${words.join(", ")}`, (written) => words.find((word) => word === written) ?? null);
}

/** 小数读法. The number of a plain decimal, or null. */
export function decimalOf(written: string): number | null {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(written) ? Number(written) : null;
}

function identifierOf(written: string): string | null {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(written) ? written : null;
}

function membersOrNull(written: string): readonly string[] | null {
  const list = written === "" ? [] : written.split(";");
  return list.includes("") || new Set(list).size !== list.length ? null : list;
}
