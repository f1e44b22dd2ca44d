import { z } from "zod";
import { choice, flag, line, lines, number, reference, text, unless } from "./field.ts";
import { register } from "./register.ts";

/** 信源种类. What publishes: organ of the Party or the state, paper, agency, broadcaster, site, journal, book. */
export const sourceSorts = [
  "organ",
  "statistics",
  "party-paper",
  "agency",
  "paper",
  "broadcaster",
  "official-site",
  "journal",
  "book",
  "compiler",
] as const;

const fields = z.strictObject({
  title: line({ zh: "信源", en: "Source" }),
  titleEn: unless(line({ zh: "英文", en: "English" })),
  sourceSort: choice({ zh: "种类", en: "Sort" }, sourceSorts),
  rank: number({ zh: "位次（1 最高）", en: "Rank (1 is highest)" }),
  dataAuthority: flag({ zh: "可作数据依据", en: "Authority for figures" }),
  aliases: lines({ zh: "其他写法", en: "Other names" }),
  organisation: unless(reference({ zh: "主办", en: "Run by" }, "organisation")),
  url: unless(line({ zh: "网址", en: "Address" })),
  note: unless(text({ zh: "说明", en: "Note" })),
});

/** 信源. A publisher from whose texts the chronicle may be written; figures only where it has authority for them. */
export const sourceRegister = register({
  kind: "source",
  label: { zh: "信源", en: "Source" },
  plural: { zh: "信源", en: "Sources" },
  gloss: {
    zh: "可入纪事的来源及其位次；数据只取有数据依据的来源",
    en: "Whose texts may feed the chronicle, with rank; figures only from those with authority for them",
  },
  fields,
  title: "title",
  titleEn: "titleEn",
  when: null,
  since: null,
  columns: ["rank", "title", "sourceSort", "dataAuthority", "organisation"],
  filters: ["sourceSort", "dataAuthority"],
});
export type SourceFields = z.infer<typeof fields>;
