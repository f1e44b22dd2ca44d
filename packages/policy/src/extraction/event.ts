import type { EventReading } from "../records/reading.ts";
import { entryEvents } from "./event/entry.ts";
import { narratedEvents } from "./event/narrated.ts";
import type { Passage } from "../mention/passages.ts";
import { charClass, isAt } from "../text/char-class.ts";
import { sectionsOf } from "./observation/section.ts";
import { datesOf, type ReadingMatter } from "./reading-matter.ts";

/**
 * 事件. Reads dated happenings: every entry of a chronicle is one event, dated by its marker; in running text a time with a
 * verb of happenings in its clause. Document order; none is an empty list.
 */
export function eventReadings(matter: ReadingMatter): readonly EventReading[] {
  const { passages, day } = matter;
  const sectionOf = sectionsOf(matter);
  const last = passages.findLast(({ sentence }) => sentence.kind !== "furniture" && sentence.kind !== "contents");
  const found: EventReading[] = [];
  for (const passage of passages) {
    const { kind } = passage.sentence;
    if (kind === "entry" || isEntry(passage)) found.push(...entryEvents(passage, last));
    else if (kind === "prose" || kind === "aside" || kind === "caption") {
      if (passage.mentions.length > 0)
        found.push(...narratedEvents(passage, { day, plans: sectionOf(passage) === "plan" }));
    }
  }
  return found;
}

/** 本月下旬, a blank, 某县…: a paragraph that sets its date apart by a blank is an entry, whatever its kind was taken to be. */
function isEntry(passage: Passage): boolean {
  const { scan, sentence, opens, mentions } = passage;
  if (!opens || sentence.kind !== "prose" || mentions[0]?.start !== scan.sentence.start) return false;
  const date = datesOf(passage)[0];
  return date?.start === scan.sentence.start && isAt(scan.text, date.end, charClass.space);
}
