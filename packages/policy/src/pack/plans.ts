import { z } from "zod";
import { planKinds } from "../records/plan.ts";
import { identifier, oneOf, optionalDate, optionalIdentifier, optionalText, optionalYear, text } from "./cell.ts";
import { provenance } from "./provenance.ts";

/** 规划. A plan, opinion or programme; `issuer` is the name as printed, bodies joined by 、. */
export const planRow = z.object({
  id: identifier,
  titleZh: text,
  titleEn: text,
  kind: oneOf(planKinds),
  issuer: text,
  periodStart: optionalYear,
  periodEnd: optionalYear,
  issued: optionalDate,
  parentId: optionalIdentifier,
  ...provenance,
  note: optionalText,
});
export type PlanRow = z.output<typeof planRow>;
