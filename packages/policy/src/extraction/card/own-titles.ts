import { titleEnding } from "../../text/head-line.ts";
import { bareTitleKey, titleKey } from "./title-key.ts";
import { wrappedTitle } from "./title-line.ts";

/**
 * 自称. Comparing forms of every title that a document goes by: as written, of the text that it sends out, of each of two
 * texts in one (某行动计划及2018年工作要点), each without its years in brackets too. `places` are the names of the places it is made
 * for: with them 本市 in a title is read as the name. None twice.
 * @example ownTitleKeys("本市甲计划及乙要点", ["北京市"]) // ["本市甲计划及乙要点", "本市甲计划", "乙要点", "北京市甲计划及乙要点", …]
 */
export function ownTitleKeys(title: string, places: readonly string[]): readonly string[] {
  const named = places.length === 1 ? title.replace(ownPlace, places[0] ?? "") : title;
  const names = [...new Set([title, named])].flatMap((name) => [name, wrappedTitle(name), ...partsOf(name)]);
  const keys = names.flatMap((name) => (name ? [titleKey(name), bareTitleKey(name)] : []));
  return [...new Set(keys)];
}

/** The text's own words for its place, where a title begins with them. */
const ownPlace = /^(?:本市|我市|全市|本省|我省|全省)/u;

/** 甲计划及乙要点 holds two texts; 促进甲和乙的意见 holds one, for what stands before 和 ends as no title does. */
function partsOf(title: string): readonly string[] {
  if (/[《》]|关于/u.test(title)) return [];
  for (const { index } of title.matchAll(/[及和]/gu)) {
    const [first, second] = [title.slice(0, index), title.slice(index + 1)];
    if (first.length >= 6 && titleEnding.test(first) && titleEnding.test(second)) return [first, second];
  }
  return [];
}
