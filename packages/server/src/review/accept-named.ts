import { acceptReadings, mergeReadings } from "@qipan/ledger/review";
import { entriesNamed } from "@qipan/ledger/review/named-entries";
import { mayWrite } from "@qipan/ledger/transaction";
import { groundOf, groundText } from "@qipan/policy/records/ground";
import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import { ownershipOf } from "./accept-reading.ts";
import { type Batch, reasonFor } from "./batch.ts";
import { nameKey } from "./named-candidates.ts";
import type { Proposal } from "./proposal.ts";

/** 具名读出. A reading that becomes an entry known by its name: a task, plan, agreement, project, target or body. */
export interface Named {
  readonly stored: StoredReading;
  readonly proposal: Proposal & { readonly makes: "entry" };
}

/**
 * 采纳具名. Each into the held entry of the very name, or into the one that the batch has just made of it, else as an entry
 * of its own. Where another unit holds the name the reading is left to its editor.
 */
export async function acceptNamed(batch: Batch, readings: readonly Named[]): Promise<void> {
  const held = await entriesNamed(batch.tx, readings.map(nameIn));
  const byName = new Map(held.toReversed().map((entry) => [nameKey(entry), entry]));
  const made = new Map<string, Named[]>();
  const merges: { readonly reading: StoredReading; readonly into: Id; readonly reason: string }[] = [];
  const why = groundOf("same-name");
  for (const named of readings) {
    const name = nameIn(named);
    const entry = byName.get(nameKey(name));
    const reading = named.stored.id;
    if (!entry) made.set(nameKey(name), [...(made.get(nameKey(name)) ?? []), named]);
    else if (!mayWrite(batch.tx, entry.jurisdiction))
      batch.outcome.left.push({ reading, why: groundOf("held-elsewhere", { detail: entry.title }) });
    else {
      merges.push({ reading: named.stored, into: entry.entry, reason: reasonFor(batch, groundText(why)) });
      batch.outcome.merged.push({ reading, entry: entry.entry, title: entry.title, why });
    }
  }
  if (!batch.dryRun) await mergeReadings(batch.tx, merges, batch.details);
  await createAll(batch, [...made.values()]);
}

const nameIn = ({ proposal }: Named) => ({ kind: proposal.kind, title: String(proposal.fields["title"]) });

/** One entry a name: the first reading makes it, those after join it. */
async function createAll(batch: Batch, groups: readonly (readonly Named[])[]): Promise<void> {
  const firsts = groups.flatMap(([first]) => (first ? [first] : []));
  const entries = batch.dryRun
    ? []
    : await acceptReadings(
        batch.tx,
        firsts.map(({ stored, proposal }) => ({
          reading: stored,
          entry: {
            kind: proposal.kind,
            fields: { ...proposal.fields },
            confidence: "verified",
            ownership: ownershipOf(stored),
          },
          reason: batch.reason ?? null,
        })),
        batch.details,
      );
  const joins: { readonly reading: StoredReading; readonly into: Id; readonly reason: string }[] = [];
  const why = groundOf("same-name");
  for (const [index, [first, ...others]] of groups.entries()) {
    if (!first) continue;
    const entry = entries[index]?.id ?? null;
    const { title } = nameIn(first);
    batch.outcome.created.push({ reading: first.stored.id, entry, title });
    for (const { stored } of others) {
      if (entry === null) batch.outcome.created.push({ reading: stored.id, entry, title });
      else {
        joins.push({ reading: stored, into: entry, reason: reasonFor(batch, groundText(why)) });
        batch.outcome.merged.push({ reading: stored.id, entry, title, why });
      }
    }
  }
  await mergeReadings(batch.tx, joins, batch.details);
}
