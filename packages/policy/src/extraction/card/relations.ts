import type { Fact, Genre } from "../../records/card.ts";
import type { TitleMention } from "../../records/mention.ts";
import type { TitleRelation } from "../../mention/card-words.ts";
import type { Passage } from "../../mention/passages.ts";
import type { Located } from "../../mention/scan.ts";
import { wordAt, wordBefore } from "../../mention/word-table.ts";
import { type CardMatter, factAt } from "./card-matter.ts";
import { fullName, shortNames } from "./short-names.ts";
import { titleKey } from "./title-key.ts";

/** Genres that carry out a text above them; a report or a chronicle only tells of it. */
const carriesOut: ReadonlySet<Genre> = new Set([
  "outline",
  "plan",
  "special-plan",
  "scheme",
  "action-plan",
  "work-points",
  "opinion",
  "measures",
  "rules",
  "regulation",
  "decision",
  "standard",
  "agreement",
  "notice",
  "reply",
]);

/** Prose sentences from the top in which a document says on what it stands. */
const PREAMBLE = 30;

/** A list of what is abolished may be long; past this it is a register of its own. */
const MOST = 200;

/** 所涉之件. Titles that a document says it implements or replaces, each once, its own left out. */
export interface Relations {
  readonly implements: readonly Fact<string>[];
  readonly replaces: readonly Fact<string>[];
}

/**
 * 落实与废止. Reads both from the words right before and after names in 《》: 根据 and 贯彻落实 in the preamble or in a sentence
 * that says why the text was made, 同时废止 anywhere. Only genres that carry something out are read.
 */
export function relationsOf(
  matter: CardMatter,
  { genre, title }: { genre: Genre | null; title: string | null },
): Relations {
  if (genre === null || !carriesOut.has(genre)) return { implements: [], replaces: [] };
  const names = shortNames(matter);
  const own = title === null ? "" : titleKey(title);
  const found = { implements: [] as Fact<string>[], replaces: [] as Fact<string>[] };
  let prose = 0;
  for (const passage of matter.passages) {
    if (passage.sentence.kind !== "prose" && passage.sentence.kind !== "heading") continue;
    if (passage.sentence.kind === "prose") prose += 1;
    for (const { relation, name: written, place } of toldIn(passage)) {
      const name = fullName(written, names);
      const isLate = prose > PREAMBLE && !/制定本|特?制定|为了?(?:深入|全面)?贯彻|为落实/u.test(passage.sentence.text);
      if (relation === "implements" && isLate) continue;
      const list = found[relation];
      const key = titleKey(name);
      if (list.length < MOST && key !== own && !list.some(({ value }) => titleKey(value) === key))
        list.push(factAt(matter, name, { span: place }));
    }
  }
  return found;
}

interface Told {
  readonly relation: TitleRelation;
  readonly name: string;
  readonly place: Located;
}

function toldIn(passage: Passage): readonly Told[] {
  if (passage.mentions.length === 0) return [];
  const titles = passage.mentions.filter(
    (located): located is Located<TitleMention> => located.mention.kind === "title" && located.mention.class === "plan",
  );
  const told: Told[] = [];
  for (const [index, place] of titles.entries()) {
    const before = titles[index - 1];
    const joined = before && joins.test(passage.scan.text.slice(before.end, place.start));
    const relation =
      (isOfAnother(passage, before, place) ? null : relationAt(passage, place)) ??
      (joined ? (told.find((one) => one.place === before)?.relation ?? null) : null);
    if (relation && !isFigureSource(place.mention.name)) told.push({ relation, name: place.mention.name, place });
  }
  return told;
}

// 《办法》是落实《规划纲要》的配套政策      near miss: 《办法》同时废止，落实《规划纲要》
//         ^^
/** Whether the sentence speaks of the title before, not of the document. */
function isOfAnother({ scan }: Passage, before: Located | undefined, { start }: Located): boolean {
  return before !== undefined && /^[，,]?(?:是|系|作为|属于|旨在)/u.test(scan.text.slice(before.end, start));
}

// 落实《甲规划》《乙规划》和《丙意见》 ，《甲规划》（青政发〔2010〕5号）、《乙规划》
//               ^^           ^                           ^^^^^^^^^^^^^^^^^^^^^
const joins = /^(?:[（(][^（）()]{1,40}[)）])?(?:[、，,]|以?及|和|与)*$/u;

/** The nearest word counts; what ends the text of the other, as 同时废止 does, goes before 根据 and the like. */
function relationAt({ scan }: Passage, { start, end }: Located): TitleRelation | null {
  const { before, after } = scan.lexicon.card.relations;
  const rest = scan.text.slice(end, scan.sentence.end);
  const skipped =
    /^(?:[（(][^（）()]{1,40}[)）])*(?:等?(?:文件)?)?(?:自[^，。；]{2,16}(?:起|后))?/u.exec(rest)?.[0].length ?? 0;
  const follows = wordAt(after, scan.text, end + skipped, scan.sentence.end)?.value;
  if (follows === "replaces") return follows;
  const lead = scan.text
    .slice(scan.sentence.start, start)
    .replace(/(?:好|了|执行|中共中央|国务院|国家|本市|我市|市委|市政府|、|和|关于|党中央){0,3}$/u, "");
  const word = wordBefore(before, scan.text, scan.sentence.start + lead.length, scan.sentence.start);
  const isDenied = word && /[不未没非]$/u.test(lead.slice(0, lead.length - word.written.length));
  return word && !isDenied ? word.value : null;
}

/** 根据《青山市2020年统计公报》 names where figures come from, not a text that is carried out. */
function isFigureSource(name: string): boolean {
  return /(?:公报|年鉴|报告|统计|日报|白皮书|蓝皮书)(?:[（(].*)?$/u.test(name);
}
