import { z } from "zod";
import { aliasSorts } from "../records/alias.ts";
import { identifier, oneOf, optionalDate, optionalIdentifier, optionalText, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 别名. Another name of a place, a body, a project or a plan; one of the four columns says which. */
export const aliasRow = z.object({
  id: identifier,
  nameZh: text,
  sort: oneOf(aliasSorts),
  /** Row of `places.csv`. */
  place: optionalText,
  organisation: optionalIdentifier,
  project: optionalIdentifier,
  plan: optionalIdentifier,
  validFrom: optionalDate,
  validTo: optionalDate,
  ...provenance,
  note: optionalText,
});
export type AliasRow = z.output<typeof aliasRow>;
