import type { Card } from "../../records/card.ts";
import type { AchievementReading, CommitmentReading } from "../../records/reading.ts";
import type { Passage } from "../../mention/passages.ts";
import { achievementsIn } from "../achievement.ts";
import { commitmentsIn } from "../commitment.ts";
import type { ReadingMatter } from "../reading-matter.ts";
import { type Assignment, assignedBefore, assignedIn, chargedIn, withAssignment } from "./assignment.ts";
import { type Clause, clauseReadings } from "./sentence.ts";
import { settingsOf } from "./setting.ts";
import { taskTables } from "./task-table.ts";

/**
 * 任务与成效. Reads what a document undertakes and what it reports as done, sentence by sentence in the sense of the section
 * each stands in. Rows of tables of tasks are read by their columns. Document order; none is an empty list.
 */
export function undertakingReadings(
  matter: ReadingMatter,
  card: Card,
): readonly (CommitmentReading | AchievementReading)[] {
  const { passages } = matter;
  const first = passages[0];
  if (!first) return [];
  const settings = settingsOf(passages, card, first.scan.lexicon);
  const tables = taskTables();
  const found: (CommitmentReading | AchievementReading)[] = [];
  let ofItem = 0;
  let paragraph = -1;
  for (const [index, passage] of passages.entries()) {
    const setting = settings[index];
    if (!setting) continue;
    const row = tables.take(passage, matter.home);
    if (row !== null) {
      found.push(...row);
      continue;
    }
    if (!isRead(passage)) continue;
    const assignment = assignedIn(passage);
    const before = assignment?.alone ? assignment : assignedBefore(passage);
    if (before) {
      assign(found, ofItem, before);
      ofItem = found.length;
      if (assignment?.alone) continue;
    }
    if (passage.sentence.paragraph !== paragraph && !before) ofItem = found.length;
    paragraph = passage.sentence.paragraph;
    const clauses = clauseReadings(passage);
    if (clauses.length === 0) continue;
    const charge = chargeIn(passage, clauses);
    const told = charge ? clauses.filter((clause) => clause !== charge.clause) : clauses;
    const context = { passage, setting, clauses: told, matter, heads: isHead(passages, index) };
    const assigned = assignment ?? charge?.assignment;
    for (const reading of commitmentsIn(context)) found.push(assigned ? withAssignment(reading, assigned) : reading);
    found.push(...achievementsIn(context));
  }
  return found;
}

/** The clause of a sentence that only says who leads and who helps. */
function chargeIn(
  passage: Passage,
  clauses: readonly Clause[],
): { readonly clause: Clause; readonly assignment: Assignment } | null {
  for (const clause of clauses) {
    const assignment = chargedIn(passage, clause.cut);
    if (assignment) return { clause, assignment };
  }
  return null;
}

/** Commitments since the item began take what the bracket after it assigns. */
function assign(found: (CommitmentReading | AchievementReading)[], from: number, assignment: Assignment): void {
  for (let at = from; at < found.length; at += 1) {
    const reading = found[at];
    if (reading?.type === "commitment") found[at] = withAssignment(reading, assignment);
  }
}

function isRead({ sentence }: Passage): boolean {
  const { kind } = sentence;
  return kind === "prose" || kind === "caption" || kind === "aside";
}

/** A numbered sentence that opens a paragraph which goes on is its heading. */
function isHead(passages: readonly Passage[], index: number): boolean {
  const passage = passages[index];
  if (!passage?.opens) return false;
  const next = passages[index + 1];
  if (next === undefined || next.sentence.paragraph !== passage.sentence.paragraph) return false;
  return !"（(".includes(next.sentence.text.charAt(0));
}
