import { z } from "zod";
import { identifier, oneOf, optionalDate, optionalText, text } from "./cell.ts";

/** 来源种类. Where a source was read; a `mirror` is a scraped copy, whose address is never kept; `none`: no address. */
export const SOURCE_KINDS = ["seed", "official", "press", "mirror", "repository", "package", "none"] as const;

/** 来源. One work or page that facts of the pack come from. */
export const sourceRow = z.object({
  id: identifier,
  title: text,
  publisher: text,
  date: optionalDate,
  url: optionalText,
  urlKind: oneOf(SOURCE_KINDS),
});
export type SourceRow = z.output<typeof sourceRow>;
