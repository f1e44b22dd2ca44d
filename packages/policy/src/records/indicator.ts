import { z } from "zod";
import { domains } from "./domain.ts";
import { choice, line, text, unless } from "./field.ts";
import { register } from "./register.ts";

/** 指标方向. Whether more is better. */
export const directions = ["up-good", "down-good", "neutral"] as const;

const fields = z.strictObject({
  title: line({ zh: "指标", en: "Indicator" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  domain: choice({ zh: "领域", en: "Field" }, domains),
  unit: line({ zh: "单位", en: "Unit" }),
  direction: choice({ zh: "方向", en: "Direction" }, directions),
  definition: unless(text({ zh: "含义", en: "Definition" })),
  frequency: unless(line({ zh: "频率", en: "Frequency" })),
  publisher: unless(line({ zh: "发布", en: "Publisher" })),
});

/** 指标. What is measured, in which unit, by whom. */
export const indicatorRegister = register({
  kind: "indicator",
  label: { zh: "指标", en: "Indicator" },
  plural: { zh: "指标", en: "Indicators" },
  gloss: { zh: "量什么、用什么单位、由谁发布", en: "What is measured, in which unit, by whom" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: null,
  since: null,
  columns: ["title", "domain", "unit", "frequency", "publisher"],
  filters: ["domain", "direction", "frequency"],
});
export type IndicatorFields = z.infer<typeof fields>;
