import { z } from "zod";
import { about, line, place, text, unless } from "./field.ts";
import type { CalendarDate } from "./identity.ts";
import { daysOf } from "./partial-date.ts";
import { register } from "./register.ts";

const fields = z.strictObject({
  title: line({ zh: "当时名称", en: "Name at the time" }),
  place: place({ zh: "地方", en: "Place" }),
  parent: unless(place({ zh: "隶属", en: "Lay in" })),
  validFrom: unless(about({ zh: "自", en: "From" })),
  validTo: unless(about({ zh: "至", en: "Until" })),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 区划沿革. What a place was called and which place it lay in during a span of time; the last day counts. */
export const divisionRegister = register({
  kind: "division",
  label: { zh: "区划沿革", en: "Division at a date" },
  plural: { zh: "区划沿革", en: "Divisions at a date" },
  gloss: { zh: "地方在某一时段的名称与隶属", en: "Name and parent of a place in a span of time" },
  fields,
  title: "title",
  titleEn: null,
  when: "validFrom",
  since: null,
  columns: ["title", "place", "parent", "validFrom", "validTo"],
  filters: ["place", "parent"],
});
export type DivisionFields = z.infer<typeof fields>;

/**
 * 当日区划. The rows that may hold on a day. More than one where a change is known to the month or the year only and the
 * day lies in it: then it cannot be told which; none where nothing is held about that day.
 * @example divisionsOn(rows, "2014-06-01")
 */
export function divisionsOn<D extends Pick<DivisionFields, "validFrom" | "validTo">>(
  rows: readonly D[],
  day: CalendarDate,
): readonly D[] {
  return rows.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || daysOf(validFrom).start <= day) && (validTo === null || day <= daysOf(validTo).end),
  );
}
