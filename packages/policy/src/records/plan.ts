import { z } from "zod";
import { about, choice, line, number, reference, text, unless } from "./field.ts";
import { register } from "./register.ts";

/** 规划层级. Rank of a plan in the programme's tree. */
export const planKinds = ["outline", "five-year", "special", "opinion", "three-year", "annual"] as const;

const fields = z.strictObject({
  title: line({ zh: "规划", en: "Plan" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  planKind: choice({ zh: "层级", en: "Rank" }, planKinds),
  issuer: unless(line({ zh: "发文机关", en: "Issuer" })),
  periodStart: unless(number({ zh: "起年", en: "First year" })),
  periodEnd: unless(number({ zh: "止年", en: "Last year" })),
  issued: unless(about({ zh: "印发", en: "Issued" })),
  parent: unless(reference({ zh: "上位规划", en: "Serves" }, "plan")),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 规划. An outline, plan, opinion or set of yearly work points. */
export const planRegister = register({
  kind: "plan",
  label: { zh: "规划", en: "Plan" },
  plural: { zh: "规划", en: "Plans" },
  gloss: { zh: "纲要、规划、意见、行动计划、工作要点", en: "Outlines, plans, opinions, action plans, work points" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: "issued",
  since: "issued",
  columns: ["title", "planKind", "issuer", "periodStart", "periodEnd", "issued"],
  filters: ["planKind", "issuer", "parent"],
});
export type PlanFields = z.infer<typeof fields>;
