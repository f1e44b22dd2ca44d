import { charClass, isAt } from "../../text/char-class.ts";
import type { CardMatter } from "./card-matter.ts";
import { titleKey } from "./title-key.ts";

// 《青山市水利建设规划》（青政发〔2010〕5号，以下简称《规划》）      near miss: 《规划》以下简称部分从略
//  ^^^^^^^^^^^^^^^^^^                                    ^^^^
const shortened =
  /^[（(][^（）()《》]*?(?:[（(][^（）()]*[)）][^（）()《》]*?)?(?:以下)?(?:统?简称|下称)[：:]?[《“"‘'](?<short>[^》”"’']{1,30})[》”"’']/u;

/**
 * 简称. Full titles by the short ones that a text gives them (以下简称《规划》), under their comparing forms; empty where it
 * shortens none.
 */
export function shortNames({ passages }: CardMatter): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { mentions, scan } of passages)
    for (const { mention, end } of mentions) {
      if (mention.kind !== "title" || !isAt(scan.text, end, charClass.opener)) continue;
      const short = shortened.exec(scan.text.slice(end, Math.min(scan.sentence.end, end + 120)))?.groups?.["short"];
      if (short) names.set(titleKey(short), mention.name);
    }
  return names;
}

/** 全称. The full title where the text has shortened it, else the title itself. */
export function fullName(title: string, names: ReadonlyMap<string, string>): string {
  return names.get(titleKey(title)) ?? title;
}
