import type { MilestoneReading } from "../records/document-reading.ts";
import type { ReadValue } from "../records/reading-fields.ts";
import type { Passage } from "../mention/passages.ts";
import type { Span } from "../text/span.ts";
import { isRead, mentionsIn, mentionsFrom, type ReadingMatter, titlesOf } from "./reading-matter.ts";
import { namedStep, type NamedStep } from "./step/named-step.ts";
import { domainOf } from "./step/domain-of.ts";
import { commonFields } from "./common-fields.ts";
import { daysOf } from "./step/step-reading.ts";

/**
 * 项目节点. Steps that named projects and sites reached (批复 开工 完工 投运), with their days, places and the investment stated in
 * the sentence. Intended steps give nothing. Document order.
 */
export function milestoneReadings({ passages }: ReadingMatter): readonly MilestoneReading[] {
  return passages.filter(isRead).flatMap((passage) =>
    [...titlesOf(passage, "project"), ...titlesOf(passage, "place-site")].flatMap((name): MilestoneReading[] => {
      const step = namedStep(passage, "project", name);
      if (!step || isDuty(passage, step)) return [];
      const places = mentionsIn(passage, "region", step.clause);
      return [
        {
          type: "milestone",
          ...commonFields(passage, {
            recogniser: "milestone",
            span: step.span,
            certainty: {
              project: "stated",
              stage: "stated",
              date: step.date?.mention.certainty ?? "stated",
              regions: "implied",
              domain: "implied",
            },
          }),
          ...daysOf(step.date),
          project: name.mention.name,
          stage: step.step as MilestoneReading["stage"], // the verbs of projects have only these steps
          regions: [...new Set(places.flatMap(({ mention }) => (mention.kind === "region" ? mention.codes : [])))],
          domain: domainOf(passage, name) ?? domainOf(passage, step.clause),
          investment: investmentIn(passage, step.clause),
        },
      ];
    }),
  );
}

/** A step told in a table with no more than its year is a duty of a plan. */
const isDuty = ({ sentence }: Passage, { date }: NamedStep): boolean =>
  sentence.kind === "row" && date?.mention.precision === "year";

/** Money with 投资 right before it, in the clause of the step or after it. */
function investmentIn(passage: Passage, clause: Span): ReadValue | null {
  const { text, sentence } = passage.scan;
  const reach = { start: clause.start, end: clause.end + INVESTMENT_SEEN };
  for (const { start, mention } of mentionsFrom(passage.mentions, reach)) {
    if (mention.kind !== "quantity" || mention.unit !== "CNY") continue;
    if (!text.slice(Math.max(sentence.start, start - INVESTMENT_REACH), start).includes("投资")) continue;
    const { value, low, high, unit, comparator } = mention;
    return { value, low, high, unit, comparator };
  }
  return null;
}

/** 总投资额达到 and the like between 投资 and the number. */
const INVESTMENT_REACH = 8;
/** How far after the clause of a step its investment may stand. */
const INVESTMENT_SEEN = 80;
