import type { OrganisationChangeReading } from "../records/document-reading.ts";
import type { Passage } from "../mention/passages.ts";
import type { Located } from "../mention/scan.ts";
import type { OrganisationMention } from "../records/mention.ts";
import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { isRead, mentionsIn, type ReadingMatter } from "./reading-matter.ts";
import { namedStep } from "./step/named-step.ts";
import { commonFields } from "./common-fields.ts";
import { daysOf, wordsOf } from "./step/step-reading.ts";

/**
 * 机构变动. Bodies that were founded, renamed, merged, split, dissolved or moved, with the other name or the new place and the
 * days. Intended changes give nothing. Document order.
 */
export function organisationChangeReadings({ passages }: ReadingMatter): readonly OrganisationChangeReading[] {
  return passages.filter(isRead).flatMap((passage) =>
    bodiesOf(passage).flatMap((body): OrganisationChangeReading[] => {
      const step = namedStep(passage, "body", body);
      if (!step) return [];
      const change = step.step as OrganisationChangeReading["change"]; // the verbs of bodies have only these steps
      const other = otherOf(passage, { start: step.verb.end, end: step.clause.end }, change);
      return [
        {
          type: "organisation-change",
          ...commonFields(passage, {
            recogniser: "organisation-change",
            span: { start: step.span.start, end: Math.max(step.span.end, other?.end ?? 0) },
            certainty: {
              body: "stated",
              change: "stated",
              date: step.date?.mention.certainty ?? "stated",
            },
          }),
          ...daysOf(step.date),
          body: wordsOf(passage, body),
          change,
          other: other ? wordsOf(passage, other) : null,
        },
      ];
    }),
  );
}

function bodiesOf({ mentions }: Passage): readonly Located<OrganisationMention>[] {
  return mentions.filter((located): located is Located<OrganisationMention> => located.mention.kind === "organisation");
}

/** The body or place after 更名为, 并入, 迁至; the words up to the next stop where no name is known there. */
function otherOf(passage: Passage, rest: Span, change: OrganisationChangeReading["change"]): Span | null {
  if (change === "founded" || change === "dissolved" || rest.start >= rest.end) return null;
  const kinds = change === "moved" ? (["region", "title"] as const) : (["organisation", "title"] as const);
  const named = kinds.flatMap((kind) => mentionsIn(passage, kind, rest)).find(({ start }) => start - rest.start <= 3);
  if (named) return named;
  if (change !== "renamed" && change !== "moved") return null;
  let end = rest.start;
  while (end < rest.end && !isAt(passage.scan.text, end, charClass.pause | charClass.terminal)) end += 1;
  return end - rest.start >= 2 && end - rest.start <= 30 ? { start: rest.start, end } : null;
}
