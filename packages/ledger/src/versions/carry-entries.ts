import { decideAll, type DecisionOn } from "../decisions.ts";
import { type EvidenceMerge, mergeEvidenceAll } from "../merge-evidence.ts";
import { evidenceOfReading } from "../review.ts";
import { mayWrite, type Tx } from "../transaction.ts";
import { carriedFrom, reasonOf, type Versions } from "./carried.ts";
import type { ReadingPair } from "./match-readings.ts";

/**
 * 承接条目. The entries of accepted and merged readings get the words of the new version as evidence, each by a version of its
 * own, and the new readings count as merged into them. An entry that was withdrawn gets none. Returns how many readings.
 */
export async function carryEntries(tx: Tx, pairs: readonly ReadingPair[], versions: Versions): Promise<number> {
  const kept = pairs.filter(
    ({ older }) => older.entry !== null && (older.state === "accepted" || older.state === "merged"),
  );
  const writable = await writableEntries(tx, kept);
  const carried = kept.filter(({ older }) => writable.has(older.entry ?? ""));
  const standing = carried.filter(({ older }) => writable.get(older.entry ?? "") === "standing");
  const merges = standing.flatMap(({ older, newer }): readonly EvidenceMerge[] =>
    older.entry === null
      ? []
      : [{ entry: older.entry, evidence: evidenceOfReading(newer), reason: reasonOf(older, versions) }],
  );
  const made = await mergeEvidenceAll(tx, merges);
  const versionOf = new Map(standing.map(({ newer }, index) => [newer.id, made[index] ?? null]));
  const decisions = carried.map(({ older, newer }): DecisionOn => {
    const entryVersion = versionOf.get(newer.id) ?? null;
    const became = { entry: older.entry, entryVersion, reason: reasonOf(older, versions) };
    return { reading: newer, decision: { action: "carry", state: "merged", ...became, ...carriedFrom(older) } };
  });
  await decideAll(tx, decisions);
  return carried.length;
}

/** Entries of the pairs that the principal may change, and whether they stand or were withdrawn. */
async function writableEntries(
  tx: Tx,
  pairs: readonly ReadingPair[],
): Promise<ReadonlyMap<string, "standing" | "withdrawn">> {
  const ids = pairs.flatMap(({ older }) => older.entry ?? []);
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("entry")
    .select(["id", "jurisdiction", "withdrawn"])
    .where("id", "in", ids)
    .execute();
  const mine = rows.filter(({ jurisdiction }) => mayWrite(tx, jurisdiction));
  return new Map(mine.map(({ id, withdrawn }) => [id, withdrawn ? "withdrawn" : "standing"]));
}
