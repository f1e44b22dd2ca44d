import { z } from "zod";
import { sourceSorts } from "../records/source.ts";
import { identifier, members, oneOf, optionalIdentifier, optionalText, text, wholeNumber } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 信源表. A publisher from whose texts the chronicle may be written; `rank` 1 is the highest. */
export const sourceListRow = z.object({
  id: identifier,
  nameZh: text,
  nameEn: text,
  sort: oneOf(sourceSorts),
  rank: wholeNumber,
  dataAuthority: oneOf(["yes", "no"]),
  aliasesZh: members,
  organisation: optionalIdentifier,
  url: optionalText,
  ...provenance,
  note: optionalText,
});
export type SourceListRow = z.output<typeof sourceListRow>;
