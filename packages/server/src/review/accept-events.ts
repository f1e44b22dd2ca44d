import { acceptReadings, mergeReadings } from "@qipan/ledger/review";
import { mayWrite } from "@qipan/ledger/transaction";
import { type Ground, groundOf, groundText } from "@qipan/policy/records/ground";
import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { ownershipOf } from "./accept-reading.ts";
import { type Batch, reasonFor } from "./batch.ts";
import { type Fate, planBatch, type Told } from "./batch-plan.ts";
import { happeningIn, type Match, matchesFor } from "./candidates.ts";
import { pairEvents } from "./pair-events.ts";
import { type Proposal, proposalFrom } from "./proposal.ts";

type EventProposal = Proposal & { readonly makes: "entry" };

/** A reading that can become an entry, and what it would say. */
interface Proposed {
  readonly stored: StoredReading;
  readonly proposal: EventProposal;
}

/** What a reading became; a dry run has no entry for what it would create. */
interface Became {
  readonly entry: Id | null;
  readonly title: string;
}

/**
 * 采纳事件. Accepts event readings of documents of one owner: into the entry that tells the same, into what another passage
 * became, or as entries of their own. Readings without a day are left.
 */
export async function acceptEvents(batch: Batch, pending: readonly StoredReading[]): Promise<void> {
  const proposed = new Map(pending.flatMap((stored) => proposedFrom(batch, stored)));
  const told = [...proposed.values()].flatMap(({ stored }) => toldBy(stored));
  const matches = await matchesFor(batch.tx, pending);
  const entries = new Map(matches.map(({ right }) => [right.id as string, right]));
  const fates = planBatch(told, pairsOf(batch, matches));
  const became = new Map<string, Became>();
  await mergeHeld(batch, fates, { proposed, entries, became });
  await createNew(batch, fates, { proposed, became });
  await joinTwins(batch, fates, { proposed, became });
}

/** A document tells a thing once, so within it pairs are one to one; another document may tell it again. */
function pairsOf({ titles }: Batch, matches: readonly Match[]): ReturnType<typeof pairEvents> {
  const byDocument = Map.groupBy(matches, ({ left }) => left.document);
  return [...byDocument].flatMap(([id, own]) => pairEvents(own, { title: titles.get(id) ?? null }));
}

function proposedFrom(batch: Batch, stored: StoredReading): readonly (readonly [string, Proposed])[] {
  const proposal = proposalFrom(stored.reading, batch.names);
  const refusal = batch.rules.refusal(stored);
  if (proposal.makes === "entry" && refusal === null) return [[stored.id, { stored, proposal }]];
  batch.outcome.left.push({
    reading: stored.id,
    why: refusal ?? (proposal.makes === "nothing" ? proposal.why : groundOf("not-an-event")),
  });
  return [];
}

function toldBy({ id, reading }: StoredReading): readonly Told[] {
  return reading.type === "event" ? [{ reading: id, happening: happeningIn(reading) }] : [];
}

interface Course {
  readonly proposed: ReadonlyMap<string, Proposed>;
  readonly became: Map<string, Became>;
}

async function mergeHeld(
  batch: Batch,
  fates: readonly Fate[],
  { proposed, entries, became }: Course & { readonly entries: ReadonlyMap<string, Entry> },
): Promise<void> {
  const merges: Merge[] = [];
  for (const fate of fates) {
    const entry = fate.becomes === "existing" ? entries.get(fate.entry) : undefined;
    const stored = proposed.get(fate.reading)?.stored;
    if (fate.becomes !== "existing" || !entry || !stored) continue;
    const { id, title } = entry;
    if (mayWrite(batch.tx, entry.jurisdiction)) {
      merges.push({ reading: stored, entry: id, title, why: fate.why });
      became.set(fate.reading, { entry: id, title });
    } else {
      const why = groundOf("held-elsewhere", { share: fate.why.share, detail: title });
      batch.outcome.left.push({ reading: stored.id, why });
    }
  }
  await mergeAll(batch, merges);
}

async function createNew(batch: Batch, fates: readonly Fate[], { proposed, became }: Course): Promise<void> {
  const fresh = fates.flatMap((fate) => (fate.becomes === "new" ? (proposed.get(fate.reading) ?? []) : []));
  const reason = reasonFor(batch, "no entry tells the same");
  const acceptances = fresh.map(({ stored, proposal: { kind, fields } }) => ({
    reading: stored,
    entry: {
      kind,
      fields: { ...fields },
      confidence: "verified" as const,
      ownership: batch.rules.ownership(stored, ownershipOf(stored)),
    },
    reason,
  }));
  const entries = batch.dryRun ? [] : await acceptReadings(batch.tx, acceptances, batch.details);
  for (const [index, { stored, proposal }] of fresh.entries()) {
    const made = { entry: entries[index]?.id ?? null, title: String(proposal.fields["title"]) };
    became.set(stored.id, made);
    batch.outcome.created.push({ reading: stored.id, ...made });
  }
}

async function joinTwins(batch: Batch, fates: readonly Fate[], { proposed, became }: Course): Promise<void> {
  const merges: Merge[] = [];
  for (const fate of fates) {
    const stored = proposed.get(fate.reading)?.stored;
    if (fate.becomes !== "same-as" || !stored) continue;
    const first = became.get(fate.first);
    if (first?.entry) merges.push({ reading: stored, entry: first.entry, title: first.title, why: fate.why });
    else {
      const { share } = fate.why;
      const why = first ? groundOf("joins-new", { share, detail: first.title }) : groundOf("repeats-left", { share });
      batch.outcome.left.push({ reading: stored.id, why });
    }
  }
  await mergeAll(batch, merges);
}

interface Merge {
  readonly reading: StoredReading;
  readonly entry: Id;
  readonly title: string;
  readonly why: Ground;
}

async function mergeAll(batch: Batch, merges: readonly Merge[]): Promise<void> {
  const asked = merges.map(({ reading, entry, why }) => ({
    reading,
    into: entry,
    reason: reasonFor(batch, groundText(why)),
  }));
  if (!batch.dryRun) await mergeReadings(batch.tx, asked, batch.details);
  batch.outcome.merged.push(...merges.map(({ reading, ...into }) => ({ reading: reading.id, ...into })));
}
