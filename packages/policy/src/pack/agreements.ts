import { z } from "zod";
import { domains } from "../records/domain.ts";
import { date, identifier, oneOf, optionalText, someMembers, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 日期精度. Words of the column `precision`. */
export const PRECISIONS = ["day", "month", "year"] as const;

/** 协议. A signed document between bodies. */
export const agreementRow = z.object({
  id: identifier,
  titleZh: text,
  titleEn: text,
  signed: date,
  precision: oneOf(PRECISIONS),
  /** Rows of `organisations.csv`. */
  parties: someMembers,
  domain: oneOf(domains),
  ...provenance,
  note: optionalText,
});
export type AgreementRow = z.output<typeof agreementRow>;
