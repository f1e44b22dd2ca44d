import type { Heading } from "../records/document-text.ts";
import type { OutlineMark } from "./outline-marks.ts";
import type { Outside } from "./outline-nesting.ts";

/**
 * 阶. What a paragraph is to the outline. `numbered`: it begins with a mark; `heading` is null for a numbered sentence, which
 * closes deeper headings but heads nothing. `ranked`: the file gives its rank. `bare`: a heading with neither. `calendar`:
 * a year (rank 0) or a month (1). `contents`: the heading of a contents page, which ends the front matter.
 */
export type Step =
  | {
      readonly kind: "numbered";
      readonly mark: OutlineMark;
      readonly fileLevel: number | null;
      readonly heading: Heading | null;
    }
  | { readonly kind: "ranked"; readonly fileLevel: number; readonly heading: Heading }
  | { readonly kind: "bare"; readonly isTitle: boolean; readonly heading: Heading }
  | { readonly kind: "calendar"; readonly rank: 0 | 1; readonly heading: Heading }
  | { readonly kind: "contents" };

/** An open heading; never a contents page nor a numbered sentence. */
type Rung = Exclude<Step, { readonly kind: "contents" }> & { readonly heading: Heading };

/**
 * 阶梯. For each step of a document the headings open after it, outermost first, each with its level: its place in the
 * ladder, so the outermost heading that the document uses has level 1 whatever its numbering.
 */
export function climb(steps: readonly Step[], outside: Outside): readonly (readonly Heading[])[] {
  const coming = comingMarks(steps);
  let rungs: readonly Rung[] = [];
  return steps.map((step, index) => {
    rungs = stepped(rungs, step, { outside, next: coming[index] ?? null });
    return rungs.map(({ heading }, place) => ({ ...heading, level: place + 1 }));
  });
}

/** For each step the next mark after it. */
function comingMarks(steps: readonly Step[]): readonly (OutlineMark | null)[] {
  const coming: (OutlineMark | null)[] = [];
  let next: OutlineMark | null = null;
  for (let at = steps.length - 1; at >= 0; at -= 1) {
    coming[at] = next;
    const step = steps[at];
    if (step?.kind === "numbered") next = step.mark;
  }
  return coming;
}

interface Ahead {
  readonly outside: Outside;
  readonly next: OutlineMark | null;
}

function stepped(rungs: readonly Rung[], step: Step, ahead: Ahead): readonly Rung[] {
  if (step.kind === "contents") return rungs.slice(0, isTitle(rungs[0]) ? 1 : 0);
  const kept = rungs.slice(0, keptUnder(rungs, step, ahead));
  return hasHeading(step) ? [...kept, step] : kept;
}

const hasHeading = (step: Step): step is Rung => step.kind !== "contents" && step.heading !== null;

/** How many of the open headings stand above a step. */
function keptUnder(rungs: readonly Rung[], step: Exclude<Step, { readonly kind: "contents" }>, ahead: Ahead): number {
  switch (step.kind) {
    case "numbered":
      return step.fileLevel === null ? underMark(rungs, step.mark, ahead.outside) : underRank(rungs, step.fileLevel);
    case "ranked":
      return underRank(rungs, step.fileLevel);
    case "bare":
      return step.isTitle ? 0 : besideBare(rungs, ahead.next);
    case "calendar":
      return underCalendar(rungs, step.rank);
  }
}

/**
 * Numbering goes under everything that is not numbered and under numbering that stands outside it. A sequence that starts
 * over after an unnumbered heading belongs to that heading. An annex closes all but the title.
 */
function underMark(rungs: readonly Rung[], mark: OutlineMark, outside: Outside): number {
  if (mark.family === "附件") return isTitle(rungs[0]) ? 1 : 0;
  const sibling = rungs.findLastIndex((rung) => rung.kind === "numbered" && rung.mark.family === mark.family);
  const bare = rungs.findLastIndex(({ kind }) => kind === "bare" || kind === "ranked");
  const from = sibling >= 0 && bare > sibling && startsOver(rungs[sibling], mark) ? bare + 1 : 0;
  const closed = rungs.findIndex(
    (rung, index) => index >= from && rung.kind === "numbered" && !outside(rung.mark.family, mark.family),
  );
  return closed < 0 ? rungs.length : closed;
}

function startsOver(rung: Rung | undefined, mark: OutlineMark): boolean {
  return rung?.kind === "numbered" && mark.number <= 1 && rung.mark.number >= 1;
}

/** The file's own ranks are exact; what they do not rank lies below the ranked heading that it follows. */
function underRank(rungs: readonly Rung[], level: number): number {
  const above = rungs.findLastIndex((rung) => rankOf(rung) !== null && (rankOf(rung) ?? 0) < level);
  return Math.max(above + 1, isTitle(rungs[0]) ? 1 : 0);
}

const rankOf = (rung: Rung): number | null =>
  rung.kind === "ranked" || rung.kind === "numbered" ? rung.fileLevel : null;

/**
 * A heading without number or rank stands beside the one before it. Which level that is, the numbering that follows tells:
 * one that goes on keeps it among its parts, one that starts over is headed by it.
 */
function besideBare(rungs: readonly Rung[], next: OutlineMark | null): number {
  const open = rungs.findLastIndex((rung) => rung.kind === "numbered" && rung.mark.family === next?.family);
  const before = rungs.findLastIndex((rung) => rung.kind === "bare" && !rung.isTitle);
  if (next === null || open < 0) return before < 0 ? rungs.length : before;
  if (!startsOver(rungs[open], next)) return before > open ? before : rungs.length;
  const place = rungs[open - 1];
  return place?.kind === "bare" && !place.isTitle ? open - 1 : open;
}

function underCalendar(rungs: readonly Rung[], rank: number): number {
  const closed = rungs.findIndex((rung) => rung.kind === "calendar" && rung.rank >= rank);
  return closed < 0 ? rungs.length : closed;
}

const isTitle = (rung: Rung | undefined): boolean =>
  rung !== undefined && ((rung.kind === "bare" && rung.isTitle) || (rung.kind === "ranked" && rung.fileLevel === 1));
