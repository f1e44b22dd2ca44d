import { setTimeout as sleep } from "node:timers/promises";
import { type Job, jobsByIds } from "@qipan/ledger/jobs/job";
import type { JobOutcome } from "@qipan/ledger/jobs/job-state";
import type { Ledger } from "@qipan/ledger/open";
import type { Id } from "@qipan/policy/records/identity";
import type { Principal } from "@qipan/policy/records/principal";
import { type Arrival, type IngestOrder, type Placed, placeArrivals, recordRefused } from "./arrival.ts";
import { discardFiles } from "./incoming.ts";
import type { Member } from "./unpack.ts";

/** 收件结局. What became of one file. `sentences` are those of its document. */
export interface FileEnd {
  readonly name: string;
  readonly origin: string | null;
  readonly outcome: JobOutcome;
  readonly message: string;
  readonly document: Id | null;
  readonly sentences: number;
}

/** 收件进展. How many files have been found so far and how many of them have not ended; `all` once no more will be found. */
export interface IntakeState {
  readonly found: number;
  readonly open: number;
  readonly all: boolean;
}

/** 收件场. Where files go: the ledger, on whose behalf, how they are kept. */
export interface IntakeGround {
  readonly ledger: Ledger;
  readonly principal: Principal;
  readonly order: IngestOrder;
  /** Called before the first file is queued: nothing needs to be ready for files that are all held. */
  readonly onQueued: () => void;
}

/** As many files are looked up and queued in one transaction. */
const chunk = 200;
/** How long between two looks at the jobs. */
const lookMs = 100;

/**
 * 收众件. Takes files in by the queue, with whoever works on it, and gives each as it is found ended. Files whose bytes are
 * held end at once, unread; the others are queued while more are still being found. A command that was killed and is
 * called again goes on where it was: what ended is held, what waits is not queued twice.
 */
export async function* intake(
  files: AsyncIterable<Member>,
  { ledger, principal, order, onQueued }: IntakeGround,
): AsyncGenerator<{ readonly end: FileEnd; readonly state: IntakeState }> {
  const ended: FileEnd[] = [];
  const open = new Map<Id, Arrival[]>();
  const seen = { found: 0, all: false };
  const finding = (async () => {
    for await (const members of chunksOf(files, chunk)) {
      seen.found += members.length;
      const { ends, queued } = await placeChunk(members, { ledger, principal, order });
      if (queued.length > 0) onQueued();
      ended.push(...ends);
      for (const { job, arrival } of queued) open.set(job.id, [...(open.get(job.id) ?? []), arrival]);
    }
  })().finally(() => (seen.all = true));
  finding.catch(() => undefined); // awaited below
  for (;;) {
    for (const end of ended.splice(0)) yield { end, state: { ...seen, open: open.size + ended.length } };
    if (seen.all && open.size === 0 && ended.length === 0) break;
    if (open.size === 0) await Promise.race([finding, sleep(lookMs)]);
    else ended.push(...(await endedOf(ledger, principal, open)));
    if (ended.length === 0 && open.size > 0) await sleep(lookMs);
  }
  await finding;
}

interface Chunk {
  readonly ends: readonly FileEnd[];
  readonly queued: readonly Extract<Placed, { outcome: null }>[];
}

async function placeChunk(
  members: readonly Member[],
  { ledger, principal, order }: Pick<IntakeGround, "ledger" | "principal" | "order">,
): Promise<Chunk> {
  const arrivals = members.filter((member): member is Arrival => "path" in member);
  const refused = members.flatMap((member) =>
    "refused" in member ? { ...member, message: member.refused.message } : [],
  );
  const { jurisdiction, batch } = order;
  const placed = await ledger.as(principal, async (tx) => {
    if (batch !== null) await recordRefused(tx, refused, { jurisdiction, batch });
    return placeArrivals(tx, arrivals, order);
  });
  const idle = placed.filter((one) => one.outcome !== null || !one.isNew);
  await discardFiles(idle.flatMap(({ arrival: { ours, path } }) => (ours ? path : [])));
  return {
    ends: [...refused.map(refusedEnd), ...placed.flatMap((one) => (one.outcome === null ? [] : knownEnd(one)))],
    queued: placed.filter((one) => one.outcome === null),
  };
}

function refusedEnd({ name, origin, message }: { name: string; origin: string; message: string }): FileEnd {
  return { name, origin, outcome: "refused", message, document: null, sentences: 0 };
}

function knownEnd({ arrival, outcome, message, document, sentences }: Exclude<Placed, { outcome: null }>): FileEnd {
  return { name: arrival.name, origin: arrival.origin, outcome, message, document, sentences };
}

/** Jobs that have ended since, each for every file that has its bytes; they are open no more. */
async function endedOf(
  ledger: Ledger,
  principal: Principal,
  open: Map<Id, readonly Arrival[]>,
): Promise<readonly FileEnd[]> {
  const jobs = await ledger.as(principal, (tx) => jobsByIds(tx, [...open.keys()].slice(0, 1000)));
  const over = jobs.filter(({ state }) => state === "done" || state === "failed");
  const ends = over.flatMap((job) => jobEnds(open.get(job.id) ?? [], job));
  for (const { id } of over) open.delete(id);
  return ends;
}

/** Files of the same bytes have one job: what was taken in for the first of them is held for the others. */
function jobEnds(arrivals: readonly Arrival[], job: Job): readonly FileEnd[] {
  const { outcome, state, message, document, done } = job;
  const reached = outcome ?? (state === "done" ? "created" : "failed");
  const end = { outcome: reached, message: message ?? state, document, sentences: document ? done : 0 };
  const [first, ...others] = arrivals.map(({ name, origin }) => ({ name, origin, ...end }));
  if (!first) return [];
  const held = { outcome: "held", message: `the same bytes as ${first.origin ?? first.name}`, sentences: 0 } as const;
  return [first, ...others.map((other) => (reached === "created" ? { ...other, ...held } : other))];
}

async function* chunksOf<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let part: T[] = [];
  for await (const item of items) {
    part.push(item);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}
