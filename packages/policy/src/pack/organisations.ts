import { z } from "zod";
import { identifier, members, oneOf, optionalIdentifier, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 机构种类. */
export const ORGANISATION_KINDS = [
  "leading-group",
  "office",
  "working-group",
  "committee",
  "government",
  "department",
  "party",
  "congress",
  "cppcc",
  "court",
  "procuratorate",
  "university",
  "school",
  "hospital",
  "enterprise",
  "institute",
  "association",
  "alliance",
  "media",
] as const;

/** 机构. A body that issues, leads, signs or takes part. */
export const organisationRow = z.object({
  id: identifier,
  nameZh: text,
  nameEn: text,
  kind: oneOf(ORGANISATION_KINDS),
  /** Row of `places.csv`. */
  region: text,
  parentId: optionalIdentifier,
  aliasesZh: members,
  ...provenance,
});
export type OrganisationRow = z.output<typeof organisationRow>;
