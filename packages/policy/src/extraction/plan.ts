import type { PlanReading } from "../records/document-reading.ts";
import type { planKinds } from "../records/plan.ts";
import type { Passage } from "../mention/passages.ts";
import type { Span } from "../text/span.ts";
import { isRead, mentionsIn, type ReadingMatter, titlesOf } from "./reading-matter.ts";
import { namedStep } from "./step/named-step.ts";
import { commonFields } from "./common-fields.ts";
import { daysOf, wordsOf } from "./step/step-reading.ts";

type PlanStage = PlanReading["stage"];

/**
 * 规划. Plans that a text says were written, approved, issued or put in force, with issuer and days where it says them. A
 * plan that is only named gives nothing. Document order.
 */
export function planReadings({ passages }: ReadingMatter): readonly PlanReading[] {
  return passages.filter(isRead).flatMap((passage) =>
    titlesOf(passage, "plan").flatMap((name): PlanReading[] => {
      if (isAgreement(passage, name)) return [];
      const step = namedStep(passage, "plan", name);
      if (!step) return [];
      const issuer = mentionsIn(passage, "organisation", { start: step.clause.start, end: name.start }).at(-1);
      const title = name.mention.name;
      const kind = planKindOf(title);
      return [
        {
          type: "plan",
          ...commonFields(passage, {
            recogniser: "plan",
            span: step.span,
            certainty: {
              title: "stated",
              stage: "stated",
              date: step.date?.mention.certainty ?? "stated",
              issuer: "stated",
              planKind: "implied",
            },
          }),
          ...daysOf(step.date),
          title,
          planKind: kind,
          issuer: issuer ? wordsOf(passage, issuer) : null,
          stage: step.step as PlanStage, // the verbs of plans have only these steps
        },
      ];
    }),
  );
}

/** Whether the name is that of a text which parties sign. */
export function isAgreement({ scan }: Passage, name: Span): boolean {
  const closed = "》〉”".includes(scan.text.charAt(name.end - 1));
  const end = closed ? name.end - 1 : name.end;
  for (const { written } of scan.lexicon.steps.agreements.byLast.get(scan.text.charCodeAt(end - 1)) ?? [])
    if (scan.text.startsWith(written, end - written.length)) return true;
  return false;
}

/** Rank of a plan by the last words of its name; null for one that the tree of plans has no place for. */
function planKindOf(title: string): (typeof planKinds)[number] | null {
  const name = title.replace(/[（(][^（）()]*[)）]$/u, "");
  return ranks.find(([words]) => words.test(name))?.[1] ?? null;
}

const ranks: readonly (readonly [RegExp, (typeof planKinds)[number]])[] = [
  [/(?:工作)?要点$/u, "annual"],
  [/(?:三年|\d{4}\s*[-—–至~]\s*\d{4}年).*(?:行动计划|行动方案|实施方案)$/u, "three-year"],
  [/五年规划(?:纲要)?$|“?十[一二三四五]五”?.*规划$/u, "five-year"],
  [/纲要$/u, "outline"],
  [/(?:行动计划|行动方案)$/u, "three-year"],
  [/意见$/u, "opinion"],
  [/规划$/u, "special"],
];
