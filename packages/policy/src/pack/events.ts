import { z } from "zod";
import { domains } from "../records/domain.ts";
import { PRECISIONS } from "./agreements.ts";
import { date, identifier, members, oneOf, optionalText, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 事件. Something that happened on a day, in a month or a year; both ends have the same precision. */
export const eventRow = z.object({
  id: identifier,
  dateStart: date,
  dateEnd: date,
  precision: oneOf(PRECISIONS),
  titleEn: text,
  titleZh: text,
  /** Row of `places.csv`. */
  place: text,
  /** Rows of `organisations.csv`; may be empty. */
  participants: members,
  domain: oneOf(domains),
  ...provenance,
  note: optionalText,
});
export type EventRow = z.output<typeof eventRow>;
