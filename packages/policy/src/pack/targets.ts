import { z } from "zod";
import { decimal, identifier, oneOf, optionalDay, optionalIdentifier, optionalText, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 比较方式. At most, at least, exactly. */
const COMPARATORS = ["<=", ">=", "="] as const;

/** 目标. A number that an indicator shall reach in a region by a day; without day or plan the note says why. */
export const targetRow = z.object({
  id: identifier,
  indicator: identifier,
  region: text,
  comparator: oneOf(COMPARATORS),
  value: decimal,
  due: optionalDay,
  plan: optionalIdentifier,
  ...provenance,
  note: optionalText,
});
export type TargetRow = z.output<typeof targetRow>;
