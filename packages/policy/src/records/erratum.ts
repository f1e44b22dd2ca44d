import { z } from "zod";
import { about, choice, line, reference, text, unless } from "./field.ts";
import { register } from "./register.ts";

/** 勘误状态. `reported`: somebody says so; `accepted`: its editor agrees; `refused`: the text is right as it stands. */
export const erratumStates = ["reported", "accepted", "refused"] as const;

const fields = z.strictObject({
  title: line({ zh: "勘误", en: "Correction" }),
  document: reference({ zh: "文件", en: "Document" }, "document"),
  address: unless(line({ zh: "地址", en: "Address" })),
  wrong: text({ zh: "误", en: "As printed" }),
  right: unless(text({ zh: "正", en: "Should read" })),
  ground: text({ zh: "理由", en: "Why" }),
  authority: unless(line({ zh: "依据", en: "On whose word" })),
  reported: unless(about({ zh: "提出", en: "Reported" })),
  erratumState: choice({ zh: "状态", en: "State" }, erratumStates),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 勘误. Words of a document that are wrong and what they should be; the printed words stay as they are. */
export const erratumRegister = register({
  kind: "erratum",
  label: { zh: "勘误", en: "Correction" },
  plural: { zh: "勘误", en: "Corrections" },
  gloss: {
    zh: "文件中的误字误数及更正；原文照旧可读",
    en: "What is wrong in a document and what it should be; the printed text stays readable",
  },
  fields,
  title: "title",
  titleEn: null,
  when: "reported",
  since: null,
  columns: ["reported", "title", "document", "address", "erratumState"],
  filters: ["document", "erratumState"],
});
export type ErratumFields = z.infer<typeof fields>;
