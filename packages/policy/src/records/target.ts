import { z } from "zod";
import { choice, date, line, number, place, reference, text, unless } from "./field.ts";
import { register } from "./register.ts";

/** 目标方向. How a value must stand to the number. */
export const targetComparators = ["<=", ">=", "="] as const;

const fields = z.strictObject({
  title: line({ zh: "目标", en: "Target" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  indicator: reference({ zh: "指标", en: "Indicator" }, "indicator"),
  region: place({ zh: "地区", en: "Region" }),
  comparator: choice({ zh: "界", en: "Bound" }, targetComparators),
  value: number({ zh: "目标值", en: "Value" }),
  unit: line({ zh: "单位", en: "Unit" }),
  due: unless(date({ zh: "到期", en: "Due" })),
  plan: unless(reference({ zh: "出自规划", en: "From plan" }, "plan")),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 目标. A number that an indicator must reach by a day. */
export const targetRegister = register({
  kind: "target",
  label: { zh: "目标", en: "Target" },
  plural: { zh: "目标", en: "Targets" },
  gloss: { zh: "指标到某日应达到的数", en: "A number an indicator must reach by a day" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: "due",
  since: null,
  columns: ["title", "region", "comparator", "value", "unit", "due", "plan"],
  filters: ["indicator", "region", "plan"],
});
export type TargetFields = z.infer<typeof fields>;
