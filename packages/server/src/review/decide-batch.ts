import { createHash, randomUUID } from "node:crypto";
import { readingsByIds } from "@qipan/ledger/readings";
import { LedgerRefusal } from "@qipan/ledger/refusal";
import { rejectReadings } from "@qipan/ledger/review";
import { waitingReadings } from "@qipan/ledger/review/waiting";
import type { Tx } from "@qipan/ledger/transaction";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { Answer, Asked } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";
import { acceptPending } from "./accept-pending.ts";
import type { BatchOutcome } from "./batch.ts";
import { reviewItems } from "./items.ts";

type Request = Asked<"decideBatch">["body"];
type Result = Answer<"decideBatch">;
type Fate = Result["fates"][number];

/** 一批至多. More readings than this are not decided on in one request. */
export const mostInBatch = 5000;

/**
 * 一并决定. Accepts or rejects all pending readings that a filter finds and the caller may decide on. A dry run changes
 * nothing and shows counts with a sample; the execution repeats the filter with the count that was shown, and is refused
 * as `conflict` when the ledger holds another number by then. All of it happens, or none.
 */
export async function decideBatch(tx: Tx, request: Request): Promise<Result> {
  const { dryRun, seed } = request;
  const found = await waitingReadings(tx, request.filter, mostInBatch + 1);
  refuse(request, found.length);
  const shown = sampleOf(found, { size: request.sample, seed });
  const fates = request.decision === "reject" ? await reject(tx, found, request) : await accept(tx, found, request);
  const fateOf = new Map(fates.map((fate) => [fate.reading, fate]));
  const items = await reviewItems(tx, dryRun ? shown : await again(tx, shown));
  const sample = items.map((item) => ({ ...item, fate: fateOf.get(item.id) ?? null }));
  return { dryRun, count: found.length, counts: countsOf(fates), seed, sample, fates: [...fates] };
}

function refuse({ dryRun, expected, decision, reason }: Request, count: number): void {
  if (count > mostInBatch)
    throw new RequestRefused(
      "too-large",
      `The filter finds more than ${mostInBatch} readings. Narrow it by document or type and decide on them in several batches`,
    );
  if (decision === "reject" && reason === undefined)
    throw new RequestRefused("invalid", "Found no reason, expected why these readings are turned down");
  if (dryRun || expected === count) return;
  if (expected === undefined)
    throw new RequestRefused("invalid", "Found no expected count, expected the `count` of the dry run: make one first");
  throw new LedgerRefusal(
    "conflict",
    `${count} readings wait under this filter, the batch was made for ${expected}: somebody decided, or a document came. Look at the batch again.`,
  );
}

async function reject(tx: Tx, found: readonly StoredReading[], request: Request): Promise<readonly Fate[]> {
  const { dryRun, reason = "" } = request; // a rejection without one was refused above
  const ids = found.map(({ id }) => id);
  if (!dryRun) await rejectReadings(tx, ids, { reason, details: { batch: randomUUID() } });
  return ids.map((reading) => ({ reading, becomes: "rejected", entry: null, title: null, why: null }));
}

async function accept(tx: Tx, found: readonly StoredReading[], request: Request): Promise<readonly Fate[]> {
  const { dryRun, reason } = request;
  const outcome = await acceptPending(tx, { pending: found, dryRun, reason, details: { batch: randomUUID() } });
  const fates = new Map(fatesOf(outcome).map((fate) => [fate.reading, fate]));
  return found.flatMap(({ id }) => fates.get(id) ?? []);
}

function fatesOf({ merged, created, left }: BatchOutcome): readonly Fate[] {
  return [
    ...merged.map((one) => ({ ...one, becomes: "merged" as const })),
    ...created.map((one) => ({ ...one, becomes: "created" as const, why: null })),
    ...left.map((one) => ({ ...one, becomes: "left" as const, entry: null, title: null })),
  ];
}

function countsOf(fates: readonly Fate[]): Result["counts"] {
  const counts = { merged: 0, created: 0, left: 0, rejected: 0 };
  for (const { becomes } of fates) counts[becomes] += 1;
  return counts;
}

/** 抽样. Some of the readings, chosen by their ids and the seed alone, in the order given: the same batch shows the same. */
export function sampleOf<T extends { readonly id: string }>(
  found: readonly T[],
  { size, seed }: { readonly size: number; readonly seed: number },
): readonly T[] {
  const lot = (id: string): string => createHash("sha256").update(`${seed} ${id}`).digest("hex");
  const drawn = found.map(({ id }) => [lot(id), id] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const chosen = new Set(drawn.slice(0, size).map(([, id]) => id));
  return found.filter(({ id }) => chosen.has(id));
}

/** The same readings after the decisions. */
async function again(tx: Tx, shown: readonly StoredReading[]): Promise<readonly StoredReading[]> {
  const ids = shown.map(({ id }) => id);
  const now = new Map((await readingsByIds(tx, ids)).map((reading) => [reading.id, reading]));
  return ids.flatMap((id) => now.get(id) ?? []);
}
