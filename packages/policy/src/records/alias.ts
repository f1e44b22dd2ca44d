import { z } from "zod";
import { about, choice, line, place, reference, text, unless } from "./field.ts";
import { register } from "./register.ts";

/**
 * 别名种类. `former` was the name before, `predecessor` names a body whose duties this one took over, `short` is how
 * documents shorten it, `variant` another way of writing it, `working` what it was called while it was planned.
 */
export const aliasSorts = ["former", "predecessor", "short", "variant", "working"] as const;

const fields = z.strictObject({
  title: line({ zh: "写法", en: "Name as written" }),
  aliasSort: choice({ zh: "种类", en: "Sort" }, aliasSorts),
  place: unless(place({ zh: "所指地方", en: "Place meant" })),
  organisation: unless(reference({ zh: "所指机构", en: "Body meant" }, "organisation")),
  project: unless(reference({ zh: "所指项目", en: "Project meant" }, "project")),
  plan: unless(reference({ zh: "所指规划", en: "Plan meant" }, "plan")),
  validFrom: unless(about({ zh: "启用", en: "In use from" })),
  validTo: unless(about({ zh: "停用", en: "In use until" })),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 别名. Another name of a place, a body, a project or a plan, with the span in which it was in use. */
export const aliasRegister = register({
  kind: "alias",
  label: { zh: "别名", en: "Other name" },
  plural: { zh: "别名", en: "Other names" },
  gloss: {
    zh: "同一地方、机构、项目、规划的其他写法及使用时段；阅读与检索都用它",
    en: "Other names of places, bodies, projects and plans with their spans; used by reading and search",
  },
  fields,
  title: "title",
  titleEn: null,
  when: "validFrom",
  since: null,
  columns: ["title", "aliasSort", "place", "organisation", "project", "plan", "validFrom", "validTo"],
  filters: ["aliasSort", "place", "organisation"],
});
export type AliasFields = z.infer<typeof fields>;
