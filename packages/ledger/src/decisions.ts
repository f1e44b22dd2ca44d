import type { Id, Instant } from "@qipan/policy/records/identity";
import type { ReadingState, StoredReading } from "@qipan/policy/records/stored-reading";
import { insertRows, updateRows } from "./bulk.ts";
import type { DecisionAction } from "./schema/review-tables.ts";
import type { Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** 决定. What is done to a reading and what it makes; whatever is left out becomes null. */
export interface Decision {
  readonly action: DecisionAction;
  readonly state: ReadingState;
  readonly entry?: Id | null | undefined;
  readonly entryVersion?: number | null | undefined;
  readonly observation?: Id | null | undefined;
  readonly reason?: string | null | undefined;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Whose decision it is and of when, where it is carried over; the principal's of now otherwise. */
  readonly decided?: { readonly by: string; readonly at: Instant } | undefined;
}

/** A decision together with the reading that it is about. */
export interface DecisionOn {
  readonly reading: Pick<StoredReading, "jurisdiction" | "id">;
  readonly decision: Decision;
}

/**
 * 记决定. Writes decisions on readings that the caller has locked: each reading takes its new state, and each decision is
 * added to the history for good. A reading that waits again names nobody. Two statements however many.
 */
export async function decideAll(tx: Tx, decisions: readonly DecisionOn[]): Promise<void> {
  if (decisions.length === 0) return;
  await updateRows(tx.db, "reading", {
    rows: decisions.map(({ reading, decision }) => standing(tx, reading, decision)),
    keys: ["jurisdiction", "id"],
  });
  await insertRows(
    tx.db,
    "readingDecision",
    decisions.map(({ reading, decision }) => historical(tx, reading, decision)),
  );
}

/** Writes one decision. */
export async function decide(tx: Tx, reading: DecisionOn["reading"], decision: Decision): Promise<void> {
  await decideAll(tx, [{ reading, decision }]);
}

function standing(tx: Tx, { jurisdiction, id }: DecisionOn["reading"], decision: Decision): Record<string, unknown> {
  const { state, entry = null, entryVersion = null, observation = null, reason = null } = decision;
  const { by, at } = decision.decided ?? { by: tx.principal.actor, at: tx.now };
  const waits = state === "pending";
  const became = { entry, entryVersion, observation };
  return {
    jurisdiction,
    id,
    state,
    ...became,
    reason: waits ? null : reason,
    decidedBy: waits ? null : by,
    decidedAt: waits ? null : at,
  };
}

function historical(tx: Tx, { jurisdiction, id }: DecisionOn["reading"], decision: Decision): Record<string, unknown> {
  const { action, state, entry = null, entryVersion = null, observation = null, reason = null, details } = decision;
  const carried = decision.decided ? { decidedBy: decision.decided.by, decidedAt: decision.decided.at } : {};
  return {
    jurisdiction,
    id: newId(tx.now),
    reading: id,
    action,
    state,
    entry,
    entryVersion,
    observation,
    actor: tx.principal.actor,
    recordedAt: tx.now,
    reason,
    details: { ...details, ...carried },
  };
}

/** 决定史. One decision as it was taken. */
export interface PastDecision {
  readonly id: Id;
  readonly reading: Id;
  readonly action: DecisionAction;
  readonly state: ReadingState;
  readonly entry: Id | null;
  readonly observation: Id | null;
  readonly actor: string;
  readonly recordedAt: Instant;
  readonly reason: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** 取决定史. First to last; none of a reading that nobody decided on, or that the principal does not see. */
export async function decisionsOn(tx: Tx, reading: Id): Promise<readonly PastDecision[]> {
  return tx.db
    .selectFrom("readingDecision")
    .select(["id", "reading", "action", "state", "entry", "observation", "actor", "recordedAt", "reason", "details"])
    .where("reading", "=", reading)
    .orderBy("id")
    .execute();
}
