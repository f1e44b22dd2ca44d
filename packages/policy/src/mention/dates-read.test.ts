import { outlineOf } from "../text/outline.ts";
import { profileOf } from "../text/profile.ts";
import { repair } from "../text/repair.ts";
import { lexiconOnDisk } from "./lexicon-on-disk.test.ts";
import { passagesOf } from "./passages.ts";

/** Holds no test: it is what tests of dates read them with. */
const lexicon = lexiconOnDisk();

/** Dates of a text read on 15 August 2019: words, days, and what was leaned on. */
export function datesRead(text: string): readonly string[] {
  const repaired = repair(text);
  const passages = passagesOf(repaired, outlineOf(repaired, profileOf(repaired)), {
    day: { year: 2019, month: 8, day: 15 },
    lexicon,
  });
  return passages.flatMap(({ mentions }) =>
    mentions.flatMap(({ mention }) => {
      if (mention.kind !== "date") return [];
      const { text, dateStart, dateEnd, timeType, leansOn } = mention;
      const days = dateStart === dateEnd ? (dateStart ?? "none") : `${dateStart ?? ""}..${dateEnd ?? ""}`;
      return [[text, days, ...(timeType === "interval" ? [] : [timeType]), ...leansOn.map(({ on }) => on)].join(" ")];
    }),
  );
}
