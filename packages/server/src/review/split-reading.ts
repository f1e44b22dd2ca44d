import { readingById } from "@qipan/ledger/readings";
import { mergeReading } from "@qipan/ledger/review";
import { splitReading } from "@qipan/ledger/split";
import type { Tx } from "@qipan/ledger/transaction";
import type { Id } from "@qipan/policy/records/identity";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { Asked } from "../http/handlers.ts";
import { type Accepted, acceptAsProposed } from "./accept-reading.ts";

/** 分出所成. A part as it stands after the split, and what it became. */
export interface PartOutcome extends Accepted {
  readonly reading: StoredReading;
}

/**
 * 拆分并决定. Divides a reading and decides at once on the parts for which the officer says what they become; the others
 * wait. In one transaction: a part that cannot be accepted leaves the reading whole.
 */
export async function splitAndDecide(
  tx: Tx,
  id: Id,
  { parts, reason }: Asked<"splitReading">["body"],
): Promise<readonly PartOutcome[]> {
  const spans = parts.map((part) => part.spans);
  const made = await splitReading(tx, id, { parts: spans, reason: reason ?? null });
  const outcomes: PartOutcome[] = [];
  for (const [index, part] of made.entries()) {
    const became = await become(tx, part, { becomes: parts[index]?.becomes, reason });
    outcomes.push({ ...became, reading: (await readingById(tx, part.id)) ?? part });
  }
  return outcomes;
}

type Wish = Pick<Asked<"splitReading">["body"]["parts"][number], "becomes"> & { readonly reason: string | undefined };

async function become(tx: Tx, part: StoredReading, { becomes, reason }: Wish): Promise<Accepted> {
  switch (becomes?.state) {
    case "accepted":
      return acceptAsProposed(tx, part.id, { fields: becomes.fields, reason });
    case "merged":
      return {
        entry: await mergeReading(tx, part.id, { into: becomes.into, reason: reason ?? null }),
        observation: null,
      };
    default:
      return { entry: null, observation: null };
  }
}
