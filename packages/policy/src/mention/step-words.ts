import type { MilestoneReading, OrganisationChangeReading, PlanReading } from "../records/document-reading.ts";
import type { Cells } from "./word-rows.ts";
import type { WordTable } from "./word-table.ts";

/** 事物. What takes a step: a work, a plan, an agreement, a body. */
export const stepThings = ["project", "plan", "agreement", "body"] as const;
export type StepThing = (typeof stepThings)[number];

/** 步骤. A step of one of them: the stage of a project or plan, the signing of an agreement, the change of a body. */
export type Step = MilestoneReading["stage"] | PlanReading["stage"] | OrganisationChangeReading["change"] | "signed";

/** 步骤动词. What the verb makes of which thing, and on which side of it the name stands. */
export interface StepMeaning {
  readonly of: StepThing;
  readonly step: Step;
  readonly side: "after" | "before" | "both";
}

const stepsOf: Readonly<Record<StepThing, readonly Step[]>> = {
  project: ["proposed", "approved", "started", "under-way", "completed", "opened"],
  plan: ["drafting", "approved", "issued", "in-force"],
  agreement: ["signed"],
  body: ["founded", "renamed", "merged", "split", "dissolved", "moved"],
};

/** A row of `step-verbs.tsv`. Throws where the step is none of its thing. */
export function stepMeaning(cells: Cells): StepMeaning {
  const of = cells.oneOf("of", stepThings);
  return { of, step: cells.oneOf("step", stepsOf[of]), side: cells.oneOf("side", ["after", "before", "both"]) };
}

/** 步骤用词. Verbs of steps by the thing that takes them, and the last words of the names of texts that parties sign. */
export interface StepWords {
  readonly verbs: Readonly<Record<StepThing, WordTable<StepMeaning>>>;
  readonly agreements: WordTable<null>;
}
