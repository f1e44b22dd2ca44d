import { z } from "zod";
import { line, lines, place, reference, unless } from "./field.ts";
import { register } from "./register.ts";

const fields = z.strictObject({
  title: line({ zh: "机构", en: "Organisation" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  organisationKind: unless(line({ zh: "性质", en: "Sort" })),
  region: unless(place({ zh: "属地", en: "Region" })),
  parent: unless(reference({ zh: "上级", en: "Parent" }, "organisation")),
  aliases: lines({ zh: "别名", en: "Other names" }),
});

/** 机构. A body that issues, leads, helps or signs. */
export const organisationRegister = register({
  kind: "organisation",
  label: { zh: "机构", en: "Organisation" },
  plural: { zh: "机构", en: "Organisations" },
  gloss: { zh: "发文、牵头、协办、签署的单位", en: "A body that issues, leads, helps or signs" },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: null,
  since: null,
  columns: ["title", "organisationKind", "region", "parent"],
  filters: ["organisationKind", "region"],
});
export type OrganisationFields = z.infer<typeof fields>;
