import type { Id } from "@qipan/policy/records/identity";
import type { Reading } from "@qipan/policy/records/reading";
import type { Tx } from "./transaction.ts";

interface Decided {
  readonly start: number;
  readonly end: number;
}

/**
 * 未决之读出. Those of newly read readings that nobody has decided on when the document was read before. A key tells most of
 * that by itself; an event whose words a better extraction cuts otherwise has another key, so it counts as decided when it
 * shares at least half of its words, or of the other's, with an event that was accepted, merged, split or rejected.
 */
export async function undecidedReadings(
  tx: Tx,
  document: Id,
  readings: readonly Reading[],
): Promise<readonly Reading[]> {
  const decided = await tx.db
    .selectFrom("reading")
    .select(["start", "end"])
    .where("document", "=", document)
    .where("type", "=", "event")
    .where("state", "in", ["accepted", "merged", "split", "rejected"])
    .orderBy("start")
    .execute();
  if (decided.length === 0) return readings;
  return readings.filter((reading) => reading.type !== "event" || !decided.some((other) => isSame(reading, other)));
}

function isSame({ spans }: Reading, other: Decided): boolean {
  const [span] = spans;
  if (!span) return false;
  const common = Math.min(span.end, other.end) - Math.max(span.start, other.start);
  return common > 0 && common * 2 >= Math.min(span.end - span.start, other.end - other.start);
}
