import type { Passage } from "../../mention/passages.ts";
import type { DateMention } from "../../records/mention.ts";
import type { Located } from "../../mention/scan.ts";
import type { Span } from "../../text/span.ts";

/** 何日. The days of a date mention; all null where there is none. */
export function daysOf(date: Located<DateMention> | null): Pick<DateMention, "dateStart" | "dateEnd" | "precision"> {
  const { dateStart = null, dateEnd = null, precision = null } = date?.mention ?? {};
  return { dateStart, dateEnd, precision };
}

/** 所称. Words of a range as they are meant: breaks of lines repaired. */
export function wordsOf({ scan }: Passage, { start, end }: Span): string {
  return scan.view.text.slice(start, end).trim();
}
