import type { ArgsDef } from "citty";
import { calendarDate, type CalendarDate } from "@qipan/policy/records/identity";

/** 用法错误. The command line cannot be understood; ends with exit code 2. */
export class UsageFault extends Error {}

/** The name under which a command takes any number of words. */
export const manyWords = "files";

/**
 * 查用法. Refuses options that a command does not have, options without their value and words it has no place for: citty
 * takes them silently. Throws `UsageFault` naming what was found and what was expected.
 */
export function checkUsage(words: readonly string[], args: ArgsDef): void {
  const positional: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      positional.push(...words.slice(at + 1));
      break;
    }
    if (word === "-" || !word.startsWith("-")) positional.push(word);
    else at += takenBy(word, words[at + 1], args);
  }
  checkPositional(positional, args);
}

/** How many words after this option belong to it. */
function takenBy(word: string, next: string | undefined, args: ArgsDef): 0 | 1 {
  const [name = "", value] = word.replace(/^-+/u, "").split("=", 2);
  const type = typeOf(name, args);
  if (type === "boolean") return 0;
  if (value !== undefined && value !== "") return 0;
  if (next === undefined || next.startsWith("--")) throw new UsageFault(`Option ${word} needs a value after it.`);
  return 1;
}

function typeOf(name: string, args: ArgsDef): string {
  const options = Object.entries(args).filter(([, { type }]) => type !== "positional");
  const found = options.find(([key, def]) => key === name || aliasesOf(def).includes(name));
  if (found) return found[1].type ?? "string";
  const known = options.map(([key]) => `--${key}`).join(" ") || "none";
  throw new UsageFault(
    `Found the option ${name.length === 1 ? "-" : "--"}${name}, which this command does not have. It has: ${known}.`,
  );
}

function aliasesOf(def: ArgsDef[string]): readonly string[] {
  return "alias" in def && def.alias !== undefined ? [def.alias].flat() : [];
}

function checkPositional(words: readonly string[], args: ArgsDef): void {
  const places = Object.entries(args).filter(([, { type }]) => type === "positional");
  const missing = places[words.length];
  if (missing && missing[1].required !== false)
    throw new UsageFault(`Found no ${missing[0].toUpperCase()}: ${missing[1].description ?? "it is needed"}.`);
  const extra = places.some(([name]) => name === manyWords) ? undefined : words[places.length];
  if (extra !== undefined) throw new UsageFault(`Found "${extra}", for which this command has no place.`);
}

/** 日参数. A day given on the command line; undefined when the option was not given. */
export function dayOption(name: string, written: string | undefined): CalendarDate | undefined {
  if (written === undefined) return undefined;
  const day = calendarDate.safeParse(written);
  if (day.success) return day.data;
  throw new UsageFault(`Found --${name} "${written}", expected a day that exists, as YYYY-MM-DD.`);
}

/** 整数参数. A whole number within bounds given on the command line. */
export function wholeOption(name: string, written: string, { min, max }: { min: number; max: number }): number {
  const value = /^\d{1,9}$/u.test(written) ? Number(written) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new UsageFault(`Found --${name} "${written}", expected a whole number from ${min} to ${max}.`);
}

/** 择一参数. One of a few words given on the command line. */
export function wordOption<const T extends string>(name: string, written: string, words: readonly T[]): T {
  const found = words.find((word) => word === written);
  if (found !== undefined) return found;
  throw new UsageFault(`Found --${name} "${written}", expected one of ${words.join(", ")}.`);
}
