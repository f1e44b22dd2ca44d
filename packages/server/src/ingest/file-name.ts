/** Characters that have no place in a name: controls, line separators, what is not seen or turns the direction of writing. */
const unwelcome = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

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

/**
 * 净路径. A path as it came from somebody, for people to read: parts cleaned like a bare name, separated by `/`, without
 * leading slashes, drives, `.` and `..`; null when it says no more than the bare name.
 * @example cleanPath("..\\资料/2024/通报.docx") // "资料/2024/通报.docx"
 */
export function cleanPath(given: string): string | null {
  const parts = given
    .normalize("NFC")
    .split(/[/\\]/u)
    .map((part) => part.replace(unwelcome, "").trim())
    .filter((part) => part !== "" && part !== "." && part !== ".." && !/^[A-Za-z]:$/u.test(part));
  return parts.length > 1 ? parts.join("/").slice(-1000) : null;
}

/** 后缀. The ending of a name from its last dot on, in lower case; empty when there is none. */
export function endingOf(name: string): string {
  return /\.[^.]*$/u.exec(name)?.[0].toLowerCase() ?? "";
}

/** 是否压缩包. Whether a name promises an archive of files, each of which is a document of its own. */
export function isArchiveName(name: string): boolean {
  return endingOf(name) === ".zip";
}
