import { z } from "zod";
import { domains } from "./domain.ts";
import { choice, date, flag, line, place, references, text, unless } from "./field.ts";
import { register } from "./register.ts";

/** 事件时距. Size of the interval within which an event is dated. */
export const datePrecisions = ["day", "month", "quarter", "half", "year", "multi-year"] as const;

/** 事件类别. What sort of happening it is. */
export const eventKinds = [
  "visit",
  "meeting",
  "statement",
  "decision",
  "opening",
  "start-of-works",
  "arrival",
  "departure",
  "relocation",
  "milestone",
  "other",
] as const;

const fields = z.strictObject({
  title: line({ zh: "事件", en: "Event" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  dateStart: date({ zh: "起日", en: "First day" }),
  dateEnd: date({ zh: "止日", en: "Last day" }),
  precision: choice({ zh: "时距", en: "Precision" }, datePrecisions),
  eventKind: unless(choice({ zh: "类别", en: "Sort" }, eventKinds)),
  place: unless(place({ zh: "地点", en: "Place" })),
  participants: references({ zh: "参与方", en: "Participants" }, "organisation"),
  domain: unless(choice({ zh: "领域", en: "Field" }, domains)),
  cut: flag({ zh: "原文残缺", en: "Cut off in the source" }),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 事件. A dated happening, as a chronicle keeps it. */
export const eventRegister = register({
  kind: "event",
  label: { zh: "事件", en: "Event" },
  plural: { zh: "纪事", en: "Chronicle" },
  gloss: { zh: "有日期的事", en: "A dated happening" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: "dateStart",
  since: "dateStart",
  columns: ["dateStart", "title", "domain", "place"],
  filters: ["domain", "eventKind", "precision", "place"],
});
export type EventFields = z.infer<typeof fields>;
