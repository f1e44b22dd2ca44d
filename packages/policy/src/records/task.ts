import { z } from "zod";
import { domains } from "./domain.ts";
import { choice, date, line, number, place, reference, references, text, unless } from "./field.ts";
import { register } from "./register.ts";

const fields = z.strictObject({
  title: line({ zh: "任务", en: "Task" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  action: unless(line({ zh: "动作", en: "Action" })),
  object: unless(line({ zh: "交付", en: "Deliverable" })),
  deadline: unless(date({ zh: "期限", en: "Deadline" })),
  quantity: unless(number({ zh: "数量", en: "Quantity" })),
  unit: unless(line({ zh: "单位", en: "Unit" })),
  place: unless(place({ zh: "地点", en: "Place" })),
  lead: unless(reference({ zh: "牵头", en: "Lead" }, "organisation")),
  helpers: references({ zh: "协办", en: "Helpers" }, "organisation"),
  domain: unless(choice({ zh: "领域", en: "Field" }, domains)),
  plan: unless(reference({ zh: "出自规划", en: "From plan" }, "plan")),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 任务. A commitment that an official would assign to one lead unit. */
export const taskRegister = register({
  kind: "task",
  label: { zh: "任务", en: "Task" },
  plural: { zh: "任务", en: "Tasks" },
  gloss: { zh: "可交一个单位牵头办理的承诺", en: "A commitment one unit can be asked to lead" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: "deadline",
  since: null,
  columns: ["title", "deadline", "lead", "domain", "plan"],
  filters: ["domain", "lead", "plan", "place"],
});
export type TaskFields = z.infer<typeof fields>;
