import type { Id } from "@qipan/policy/records/identity";
import type { NewObservation, Observation } from "@qipan/policy/records/observation";
import { decideAll, type DecisionOn } from "../decisions.ts";
import { observationsByIds } from "../observation-queries.ts";
import { addObservations } from "../observations.ts";
import { evidenceOfReading } from "../review.ts";
import { mayWrite, type Tx } from "../transaction.ts";
import { carriedFrom, reasonOf, type Versions } from "./carried.ts";
import type { ReadingPair } from "./match-readings.ts";

interface Kept extends ReadingPair {
  readonly observation: Observation;
}

/**
 * 承接观测. A figure that stood on the older version is given again with the words of the new one as its evidence, which
 * supersedes it; the new reading counts as what it was accepted from. A figure that is no longer current stays as it is.
 * Returns how many readings.
 */
export async function carryObservations(tx: Tx, pairs: readonly ReadingPair[], versions: Versions): Promise<number> {
  const kept = await keptFigures(tx, pairs);
  const current = [...new Map(kept.filter(isCurrent).map((one) => [one.observation.id, one])).values()];
  const batch = { file: versions.newer.name, sheet: null, sha256: null };
  const { ids } =
    current.length === 0 ? { ids: [] } : await addObservations(tx, { batch, rows: current.map(givenAgain) });
  const newIdOf = new Map(current.map(({ observation }, index) => [observation.id, ids[index] ?? observation.id]));
  const first = new Set(current.map(({ newer }) => newer.id));
  const decisions = kept.map(({ older, newer, observation }): DecisionOn => {
    const id: Id = newIdOf.get(observation.id) ?? observation.id;
    const state = first.has(newer.id) ? "accepted" : "merged";
    const became = { observation: id, reason: reasonOf(older, versions) };
    return { reading: newer, decision: { action: "carry", state, ...became, ...carriedFrom(older) } };
  });
  await decideAll(tx, decisions);
  return kept.length;
}

async function keptFigures(tx: Tx, pairs: readonly ReadingPair[]): Promise<readonly Kept[]> {
  const ids = pairs.flatMap(({ older }) => older.observation ?? []);
  const held = new Map((await observationsByIds(tx, ids)).map((observation) => [observation.id, observation]));
  return pairs.flatMap((pair) => {
    const observation = pair.older.observation === null ? undefined : held.get(pair.older.observation);
    return observation && mayWrite(tx, observation.jurisdiction) ? [{ ...pair, observation }] : [];
  });
}

function isCurrent({ observation }: Kept): boolean {
  return observation.supersededAt === null;
}

function givenAgain({ newer, observation }: Kept): NewObservation {
  const { id: _id, batch: _batch, recordedAt: _at, supersededAt: _end, evidence: _old, ...figure } = observation;
  const [evidence] = evidenceOfReading(newer);
  if (!evidence) throw new Error(`Reading ${newer.id} has no span`);
  return { ...figure, evidence };
}
