import { FileRefused } from "./file-refusal.ts";

/** Characters that have no place in a name: controls, line separators, marks that turn the direction of writing. */
const unwelcome = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const longestName = 255;

/**
 * 净名. The bare name of a file as it came from somebody: without folders of either system, without characters that hide
 * or disguise, in Unicode form NFC, its ending kept when it has to be shortened. A name of which nothing is left becomes
 * `unnamed`.
 * @example bareName("..\\..\\etc/报告.txt") // "报告.txt"
 */
export function bareName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/u).at(-1) ?? "";
  const clean = last.replace(unwelcome, "").trim();
  if (clean === "" || clean === "." || clean === "..") return "unnamed";
  if (clean.length <= longestName) return clean;
  const ending = endingOf(clean).slice(0, 20);
  return (
    clean
      .slice(0, longestName - ending.length)
      .toWellFormed()
      .replace(/\ufffd$/u, "") + ending
  );
}

/** 后缀. The ending of a name from its last dot on, in lower case; empty when there is none. */
export function endingOf(name: string): string {
  return /\.[^.]*$/u.exec(name)?.[0].toLowerCase() ?? "";
}

/** 收件类型. Endings that are read, with their media type. */
const readable: Readonly<Record<string, string>> = {
  ".txt": "text/plain",
  ".text": "text/plain",
  ".md": "text/markdown",
  ".markdown": "text/markdown",
  "": "text/plain",
};

/** Media type of a file by its name. Refuses endings that are not read yet. */
export function mediaTypeOf(name: string): string {
  const ending = endingOf(name);
  const type = Object.hasOwn(readable, ending) ? readable[ending] : undefined;
  if (type !== undefined) return type;
  throw new FileRefused(
    "unsupported",
    `${name} is a ${ending} file; supported now: plain text (.txt, .md). Save it as plain text and hand that in.`,
  );
}
