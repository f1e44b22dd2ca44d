import { entriesNamed, type NamedEntry, type WantedName } from "@qipan/ledger/review/named-entries";
import type { Tx } from "@qipan/ledger/transaction";
import { groundOf } from "@qipan/policy/records/ground";
import type { Candidate, StoredReading } from "@qipan/policy/records/stored-reading";
import { type KnownNames, knownNames } from "./known-names.ts";
import { proposalFrom } from "./proposal.ts";

/** 同名候选. For each reading of a plan, agreement, project or task the held entries of the very name it would have. */
export async function namedCandidates(
  tx: Tx,
  readings: readonly StoredReading[],
): Promise<readonly (readonly [reading: string, candidates: readonly Candidate[]])[]> {
  const others = readings.filter(({ type }) => type !== "event" && type !== "measurement");
  if (others.length === 0) return [];
  const names = await knownNames(tx);
  const wanted = others.flatMap((stored) => {
    const name = nameOf(stored, names);
    return name ? [{ stored, name }] : [];
  });
  const held = Map.groupBy(
    await entriesNamed(
      tx,
      wanted.map(({ name }) => name),
    ),
    nameKey,
  );
  return wanted.map(({ stored, name }) => [stored.id, (held.get(nameKey(name)) ?? []).map(candidate)]);
}

/** 条目之名. Kind and title of the entry that a reading proposes; null where it proposes none. */
export function nameOf({ reading }: StoredReading, names: KnownNames): WantedName | null {
  const proposal = proposalFrom(reading, names);
  const made = proposal.makes === "entry" ? proposal : proposal.makes === "nothing" ? proposal.begun : undefined;
  const title = made?.fields["title"];
  return made && typeof title === "string" ? { kind: made.kind, title } : null;
}

/** 名之键. One text for a kind and a title. */
export const nameKey = ({ kind, title }: WantedName): string => `${kind} ${title}`;

const candidate = ({ entry, title }: NamedEntry): Candidate => ({
  entry,
  title,
  likeness: 1,
  why: groundOf("same-name"),
});
