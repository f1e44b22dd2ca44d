import { z } from "zod";
import { domains } from "./domain.ts";
import { about, choice, line, references, text, unless } from "./field.ts";
import { register } from "./register.ts";

const fields = z.strictObject({
  title: line({ zh: "协议", en: "Agreement" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  signed: unless(about({ zh: "签署", en: "Signed" })),
  parties: references({ zh: "签署方", en: "Parties" }, "organisation"),
  domain: unless(choice({ zh: "领域", en: "Field" }, domains)),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 协议. A signed document that binds its parties. */
export const agreementRegister = register({
  kind: "agreement",
  label: { zh: "协议", en: "Agreement" },
  plural: { zh: "协议", en: "Agreements" },
  gloss: { zh: "各方签署的文本", en: "A text its parties signed" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: "signed",
  since: "signed",
  columns: ["signed", "title", "parties", "domain"],
  filters: ["domain"],
});
export type AgreementFields = z.infer<typeof fields>;
