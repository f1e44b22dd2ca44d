import type { Clause } from "../records/clause.ts";
import { type ClauseChange, type ClauseChangeState, type VersionDiff } from "../records/version-diff.ts";
import { alignTexts, type Destination } from "./anchor-align.ts";
import { diffRuns } from "./version-diff-runs.ts";

/**
 * 版本异同. What became of each clause between two versions. Clauses are paired by their words, numbers left out, so a new
 * clause before them does not make all others new: `moved` is one whose own number or whose order changed. `parts` are the
 * differences of the whole texts, numbers included. Two versions without clauses give no changes.
 */
export function versionDiff(older: readonly Clause[], newer: readonly Clause[]): VersionDiff {
  const fates = alignTexts(older.map(wordsOf), newer.map(wordsOf));
  const oldByNew = new Map(fates.flatMap(({ place }, index) => (place === null ? [] : [[place, index] as const])));
  const changes: ClauseChange[] = [];
  const lost = (from: number): void => {
    for (let at = from; fates[at]?.place === null; at += 1) changes.push(removed(older[at]));
  };
  lost(0);
  for (const [place, clause] of newer.entries()) {
    const from = oldByNew.get(place);
    changes.push(from === undefined ? added(clause) : paired(older[from], clause, fates[from]));
    if (from !== undefined) lost(from + 1);
  }
  return { changes, counts: countsOf(changes) };
}

/** A clause without its own number: what it says. */
function wordsOf({ text, marks }: Clause): string {
  const mark = marks.at(-1) ?? "";
  return mark !== "" && text.startsWith(mark) ? text.slice(mark.length) : text;
}

function removed(clause: Clause | undefined): ClauseChange {
  return {
    state: "removed",
    oldClause: clause ?? null,
    newClause: null,
    likeness: 0,
    parts: [{ op: "del", text: clause?.text ?? "" }],
  };
}

function added(clause: Clause): ClauseChange {
  return { state: "added", oldClause: null, newClause: clause, likeness: 0, parts: [{ op: "ins", text: clause.text }] };
}

function paired(older: Clause | undefined, newer: Clause, fate: Destination | undefined): ClauseChange {
  if (!older || !fate) return added(newer);
  return {
    state: stateOf(fate, older.marks.at(-1) === newer.marks.at(-1)),
    oldClause: older,
    newClause: newer,
    likeness: fate.likeness,
    parts: [...diffRuns(older.text, newer.text)],
  };
}

function stateOf({ state }: Destination, isSameNumber: boolean): ClauseChangeState {
  if (state === "changed") return "changed";
  return state === "same" && isSameNumber ? "same" : "moved";
}

function countsOf(changes: readonly ClauseChange[]): Record<ClauseChangeState, number> {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0, same: 0 };
  for (const { state } of changes) counts[state] += 1;
  return counts;
}
