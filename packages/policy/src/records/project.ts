import { z } from "zod";
import { domains } from "./domain.ts";
import { about, choice, line, number, places, reference, text, unless } from "./field.ts";
import { register } from "./register.ts";

/** 项目阶段. Where a project stands when last seen. */
export const projectStatuses = ["planned", "building", "open", "done", "merged"] as const;

const fields = z.strictObject({
  title: line({ zh: "项目", en: "Project" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  domain: choice({ zh: "领域", en: "Field" }, domains),
  regions: places({ zh: "所在地", en: "Regions" }),
  lon: unless(number({ zh: "经度", en: "Longitude" })),
  lat: unless(number({ zh: "纬度", en: "Latitude" })),
  status: choice({ zh: "阶段", en: "Stage" }, projectStatuses),
  start: unless(about({ zh: "开工", en: "Started" })),
  finish: unless(about({ zh: "完工", en: "Finished" })),
  investment: unless(number({ zh: "投资（亿元）", en: "Investment (10⁸ CNY)" })),
  lead: unless(reference({ zh: "牵头", en: "Lead" }, "organisation")),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 项目. A work with a place, a stage and dates. */
export const projectRegister = register({
  kind: "project",
  label: { zh: "项目", en: "Project" },
  plural: { zh: "项目", en: "Projects" },
  gloss: { zh: "有地点、阶段、日期的工程", en: "A work with a place, a stage and dates" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: "finish",
  since: null,
  columns: ["title", "domain", "regions", "status", "start", "finish"],
  filters: ["domain", "status", "lead"],
});
export type ProjectFields = z.infer<typeof fields>;
