import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import { appendVersions, type HeldEntry } from "./append-versions.ts";
import { evidenceDigest } from "./chain.ts";
import { nextDraft } from "./entries.ts";
import { entryColumns } from "./entry-heads.ts";
import { evidenceIn, evidenceOf } from "./evidence-reading.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";

/** 一次并入. Evidence for one entry, as a version of its own, so that it can be taken back alone. */
export interface EvidenceMerge {
  readonly entry: Id;
  readonly evidence: readonly Evidence[];
  readonly reason: string | null;
}

/**
 * 批量添依据. Adds evidence to many entries, in a few statements for all entries that are named once. Returns for each merge
 * the version it made, null where the entry had the evidence already. Refuses an entry that the principal does not see or
 * may not change.
 */
export async function mergeEvidenceAll(tx: Tx, merges: readonly EvidenceMerge[]): Promise<readonly (number | null)[]> {
  const versions: (number | null)[] = merges.map(() => null);
  let left = merges.map((merge, index) => ({ merge, index }));
  while (left.length > 0) {
    const round = firstOfEach(left);
    const made = await mergeRound(
      tx,
      round.map(({ merge }) => merge),
    );
    for (const [at, { index }] of round.entries()) versions[index] = made[at] ?? null;
    const done = new Set(round.map(({ index }) => index));
    left = left.filter(({ index }) => !done.has(index));
  }
  return versions;
}

type Numbered = { readonly merge: EvidenceMerge; readonly index: number };

function firstOfEach(left: readonly Numbered[]): readonly Numbered[] {
  return [...new Map(left.toReversed().map((one) => [one.merge.entry, one])).values()];
}

async function mergeRound(tx: Tx, merges: readonly EvidenceMerge[]): Promise<readonly (number | null)[]> {
  const heads = await headsOf(tx, merges);
  const held = await evidenceOf(tx, heads);
  const drafts = merges.flatMap(({ entry, evidence, reason }) => {
    const before = heads.find(({ id }) => id === entry);
    if (!before) throw new LedgerRefusal("not-found", `No entry ${entry} is held. Look it up in its register again.`);
    requireWrite(tx, before.jurisdiction);
    const known = new Set(evidenceIn(held, entry).shown.map(evidenceDigest));
    const addEvidence = evidence.filter((item) => !known.has(evidenceDigest(item)));
    return addEvidence.length === 0 ? [] : [nextDraft(before, { action: "merge", reason, addEvidence })];
  });
  const versions = new Map((await appendVersions(tx, drafts)).map(({ id, version }) => [id, version]));
  return merges.map(({ entry }) => versions.get(entry) ?? null);
}

async function headsOf(tx: Tx, merges: readonly EvidenceMerge[]): Promise<readonly HeldEntry[]> {
  const ids = merges.map(({ entry }) => entry);
  return tx.db.selectFrom("entry").select(entryColumns).where("id", "in", ids).execute();
}
