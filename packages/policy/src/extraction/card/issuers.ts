import type { Fact } from "../../records/card.ts";
import { wordBefore } from "../../mention/word-table.ts";
import { type CardMatter, factAt, footOf, headOf, type Line } from "./card-matter.ts";
import type { Labelled } from "./labels.ts";
import { rankOf } from "./level.ts";

type Issuers = readonly Fact<string>[];

/**
 * 发文机关. Who issued a document, from the first of these that says it: a label, the red head (GB/T 9704-2012, 7.2.4), the
 * body before 关于 in the title, the line of an editor, the signature over the date (7.3.5). None is an empty list.
 */
export function issuersOf(matter: CardMatter, labels: readonly Labelled[]): Issuers {
  for (const read of [
    () => labelled(matter, labels),
    () => redHead(matter),
    () => inTitle(matter),
    () => edited(matter),
    () => signed(matter),
  ]) {
    const found = read();
    if (found.length > 0) return found;
  }
  return [];
}

function labelled(matter: CardMatter, labels: readonly Labelled[]): Issuers {
  return labels.filter(({ field }) => field === "issuers").flatMap((label) => namesIn(matter, label));
}

// 青山市水务局文件      青山市水务局 青山市财政局文件      near miss: 关于印发有关文件
// ^^^^^^^^^^^^          ^^^^^^^^^^^^ ^^^^^^^^^^^^
const redHeadPattern = /^(?<names>[\p{Script=Han}·\s]{4,80}?)\s*文\s*件$/u;

function redHead(matter: CardMatter): Issuers {
  for (const line of headOf(matter)) {
    const names = redHeadPattern.exec(line.words)?.groups?.["names"];
    if (names && !/关于|印发|《/u.test(names)) return namesIn(matter, { start: line.start, words: names });
  }
  return [];
}

/** 青山市人民政府关于…, 中共青山市委 青山市人民政府印发…: bodies from the first character of the title up to what they do. */
function inTitle(matter: CardMatter): Issuers {
  const { title } = matter.profile;
  const line = matter.lines.find(({ passages }) =>
    passages.some(({ sentence }) => title && sentence.start <= title.start && title.start < sentence.end),
  );
  const names = /^(?<names>[^《》关]{3,60}?)(?:关于|印发|公布|发布|转发)/u.exec(line?.words ?? "")?.groups?.["names"];
  if (!line || !names || !isBody(matter, names.trim().split(/[\s、]+/u)[0] ?? "")) return [];
  return namesIn(matter, { start: line.start, words: names });
}

function edited(matter: CardMatter): Issuers {
  const { issuer } = matter.profile;
  if (!issuer) return [];
  const line = matter.lines.find(({ passages }) =>
    passages.some(({ sentence }) => sentence.start <= issuer.start && issuer.start < sentence.end),
  );
  if (!line) return [];
  const start = line.start + Math.max(0, line.words.indexOf(issuer.value));
  return [factAt(matter, issuer.value, { span: { start, end: start + issuer.value.length } })];
}

const wholeDate =
  /^[（(]?(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?[)）]?$|^[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?$/u;

/** Names over the date of the signature, from the line above it upwards as long as lines are names. */
function signed(matter: CardMatter): Issuers {
  const lines = [...headOf(matter).slice(2), ...footOf(matter)];
  const at = lines.findLastIndex(({ words }) => wholeDate.test(words.replaceAll(/[\s]/gu, "")));
  const found: Fact<string>[] = [];
  for (const line of lines.slice(0, Math.max(0, at)).reverse()) {
    const names = signatureNames(matter, line);
    if (names.length === 0) break;
    found.unshift(...names);
  }
  return found;
}

function signatureNames(matter: CardMatter, line: Line): Issuers {
  if (line.end - line.start > 60 || /[。，；：:;,《》！？]/u.test(line.words)) return [];
  const names = line.words.trim().split(/[\s]{1,}|、/u);
  return names.every((name) => isBody(matter, name)) ? namesIn(matter, line) : [];
}

/** The names of a stretch, parted by blanks and 、. */
function namesIn(matter: CardMatter, { start, words }: Pick<Line, "start" | "words">): Issuers {
  return [...words.matchAll(/[^\s、,，;；]+/gu)].map(({ 0: name, index }) =>
    factAt(matter, name, { span: { start: start + index, end: start + index + name.length } }),
  );
}

/** 是否机关. A name that is known, has a rank, or ends as names of bodies do. */
export function isBody({ lexicon }: CardMatter, name: string): boolean {
  if (name.length < 3 || name.length > 40) return false;
  const suffix = wordBefore(lexicon.organisationSuffixes, name, name.length, 0);
  const isKnown = wordBefore(lexicon.organisations, name, name.length, 0)?.written.length === name.length;
  return isKnown || (suffix !== null && (rankOf(name, lexicon).level !== null || suffix.written.length >= 2));
}
