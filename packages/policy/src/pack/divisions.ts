import { z } from "zod";
import { identifier, optionalDate, optionalText, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 区划沿革. Name and parent of a place in a span of time. */
export const divisionRow = z.object({
  id: identifier,
  nameZh: text,
  /** Rows of `places.csv`. */
  place: text,
  parent: optionalText,
  validFrom: optionalDate,
  validTo: optionalDate,
  ...provenance,
  note: optionalText,
});
export type DivisionRow = z.output<typeof divisionRow>;
