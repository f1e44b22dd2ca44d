import { z } from "zod";
import { domains } from "../records/domain.ts";
import { projectStatuses } from "../records/project.ts";
import { identifier, oneOf, optionalDate, optionalDecimal, optionalText, someMembers, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 项目. Something built, moved or founded; `investment` in 10^8 CNY, coordinates WGS84 degrees. */
export const projectRow = z.object({
  id: identifier,
  nameZh: text,
  nameEn: text,
  domain: oneOf(domains),
  regions: someMembers,
  lon: optionalDecimal,
  lat: optionalDecimal,
  status: oneOf(projectStatuses),
  start: optionalDate,
  finish: optionalDate,
  investment: optionalDecimal,
  /** Leading body, row of `organisations.csv`. */
  lead: text,
  ...provenance,
  note: optionalText,
});
export type ProjectRow = z.output<typeof projectRow>;
