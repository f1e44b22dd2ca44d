import type { Id, Instant, Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Page } from "@qipan/policy/records/page";
import { exactTotalLimit } from "@qipan/policy/records/page";
import { sql } from "kysely";
import { digestOf } from "./canonical-json.ts";
import { merkleRoot } from "./merkle.ts";
import type { Ledger } from "./open.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { SealedKind } from "./schema/sealing-tables.ts";
import { requireWrite, systemPrincipal, type Tx } from "./transaction.ts";

/** 检查点. Root over the changes of a unit since the one before, chained to it. */
export interface Checkpoint {
  readonly jurisdiction: JurisdictionCode;
  readonly number: number;
  readonly leaves: number;
  readonly leavesRoot: Sha256;
  readonly previousRoot: Sha256 | null;
  readonly root: Sha256;
  readonly closedAt: Instant;
  readonly closedBy: string;
}

/** Most changes under one root; what is beyond waits for the next, so that memory stays bounded. */
const mostLeaves = 50_000;

/** 检查点之根. Digest that chains a checkpoint to the one before; `verify` and outside copies compute it anew. */
export function checkpointRoot(
  facts: Pick<Checkpoint, "jurisdiction" | "number" | "previousRoot" | "leavesRoot">,
): Sha256 {
  const { jurisdiction, number, previousRoot, leavesRoot } = facts;
  return digestOf({ jurisdiction, number, previousRoot, leavesRoot });
}

/**
 * 封存. Puts the waiting changes of a unit under a new root and chains it to the last. Null when nothing waits. Writers
 * are not held up, and what they commit later waits for the next checkpoint. Refuses a unit the principal may not write.
 */
export async function closeCheckpoint(tx: Tx, jurisdiction: JurisdictionCode): Promise<Checkpoint | null> {
  requireWrite(tx, jurisdiction);
  await sql`select pg_advisory_xact_lock(8621, hashtext(${jurisdiction}))`.execute(tx.db); // two at once would take one number
  const leaves = await waiting(tx, jurisdiction);
  if (leaves.length === 0) return null;
  const last = await lastCheckpoint(tx, jurisdiction);
  const number = (last?.number ?? 0) + 1;
  const leavesRoot = merkleRoot(leaves.map(({ hash }) => hash));
  const chained = { jurisdiction, number, previousRoot: last?.root ?? null, leavesRoot };
  const row = {
    ...chained,
    root: checkpointRoot(chained),
    leafCount: leaves.length,
    closedAt: tx.now,
    closedBy: tx.principal.actor,
  };
  await tx.db.insertInto("checkpoint").values(row).execute();
  await seal(tx, row, leaves);
  return checkpointOf(row);
}

/** 全部封存. Closes checkpoints of every unit until nothing waits, each in a transaction of its own. */
export async function closeCheckpoints(ledger: Ledger, actor: string): Promise<readonly Checkpoint[]> {
  const principal = systemPrincipal(actor);
  const units = await ledger.as(principal, (tx) =>
    tx.db.selectFrom("unsealed").select("jurisdiction").distinct().execute(),
  );
  const closed: Checkpoint[] = [];
  for (const { jurisdiction } of units) {
    for (;;) {
      const checkpoint = await ledger.as(principal, (tx) => closeCheckpoint(tx, jurisdiction));
      if (checkpoint === null) break;
      closed.push(checkpoint);
    }
  }
  return closed;
}

/** 检查点列表. Newest first; public, like every root. `cursor` is `next` of the page before. */
export async function checkpointsPage(
  tx: Tx,
  { cursor, limit }: { readonly cursor?: string | null; readonly limit: number },
): Promise<Page<Checkpoint>> {
  let query = tx.db.selectFrom("checkpoint").selectAll();
  if (cursor) {
    const [closedAt, jurisdiction, number] = placeOf(cursor);
    query = query.where(
      sql<boolean>`(closed_at, jurisdiction, number) < (${closedAt}::timestamptz, ${jurisdiction}, ${number}::integer)`,
    );
  }
  const rows = await query
    .orderBy("closedAt", "desc")
    .orderBy("jurisdiction", "desc")
    .orderBy("number", "desc")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map(checkpointOf);
  const last = rows.length > limit ? items.at(-1) : undefined;
  const next = last === undefined ? null : cursorOf([last.closedAt, last.jurisdiction, last.number]);
  const { count } = await tx.db
    .selectFrom("checkpoint")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return { items, next, total: Math.min(count, exactTotalLimit), totalIsExact: count <= exactTotalLimit };
}

/** 最新之根. The last checkpoint of every unit that has one, in order of units: what stands on reports and exports. */
export async function latestRoots(tx: Tx): Promise<readonly Checkpoint[]> {
  const rows = await tx.db
    .selectFrom("checkpoint")
    .selectAll()
    .distinctOn("jurisdiction")
    .orderBy("jurisdiction")
    .orderBy("number", "desc")
    .execute();
  return rows.map(checkpointOf);
}

interface Waiting {
  readonly subjectKind: SealedKind;
  readonly subject: Id;
  readonly version: number;
  readonly hash: Sha256;
}

/** Locked, so that nothing else takes them; a row that a purge or another session holds waits for the next checkpoint. */
async function waiting(tx: Tx, jurisdiction: JurisdictionCode): Promise<readonly Waiting[]> {
  return tx.db
    .selectFrom("unsealed")
    .select(["subjectKind", "subject", "version", "hash"])
    .where("jurisdiction", "=", jurisdiction)
    .orderBy("recordedAt")
    .orderBy("subjectKind")
    .orderBy("subject")
    .orderBy("version")
    .limit(mostLeaves)
    .forUpdate()
    .skipLocked()
    .execute();
}

async function lastCheckpoint(
  tx: Tx,
  jurisdiction: JurisdictionCode,
): Promise<Pick<CheckpointRow, "number" | "root"> | undefined> {
  const query = tx.db.selectFrom("checkpoint").select(["number", "root"]).where("jurisdiction", "=", jurisdiction);
  return query.orderBy("number", "desc").limit(1).executeTakeFirst();
}

/** Moves the leaves from the waiting room under the checkpoint, in one statement. */
async function seal(
  tx: Tx,
  { jurisdiction, number }: Pick<Checkpoint, "jurisdiction" | "number">,
  leaves: readonly Waiting[],
): Promise<void> {
  const column = <K extends keyof Waiting>(name: K): Waiting[K][] => leaves.map((leaf) => leaf[name]);
  await sql`
    with leaf as (
      select * from unnest(${column("subjectKind")}::text[], ${column("subject")}::uuid[], ${column("version")}::integer[], ${column("hash")}::text[])
        with ordinality as given (subject_kind, subject, version, hash, place)
    ), gone as (
      delete from unsealed u using leaf l where u.jurisdiction = ${jurisdiction}
        and u.subject_kind = l.subject_kind and u.subject = l.subject and u.version = l.version
    )
    insert into checkpoint_leaf (jurisdiction, checkpoint, ordinal, subject_kind, subject, version, hash)
      select ${jurisdiction}, ${number}, place - 1, subject_kind, subject, version, hash from leaf`.execute(tx.db);
}

/** A row of the table of checkpoints. */
export interface CheckpointRow extends Omit<Checkpoint, "leaves"> {
  readonly leafCount: number;
}

/** Checkpoint of a row. */
export function checkpointOf({ leafCount, ...row }: CheckpointRow): Checkpoint {
  const { jurisdiction, number, leavesRoot, previousRoot, root, closedAt, closedBy } = row;
  return { jurisdiction, number, leaves: leafCount, leavesRoot, previousRoot, root, closedAt, closedBy };
}

type CursorPlace = readonly [closedAt: string, jurisdiction: string, number: number];

function cursorOf(place: CursorPlace): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function placeOf(cursor: string): CursorPlace {
  try {
    const [closedAt, jurisdiction, number]: unknown[] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (typeof closedAt === "string" && typeof jurisdiction === "string" && Number.isInteger(number))
      return [closedAt, jurisdiction, Number(number)];
  } catch {
    // falls through to the refusal: it is no cursor of ours
  }
  throw new LedgerRefusal(
    "invalid",
    `The cursor ${cursor.slice(0, 40)} is none that a page gave. Start again without one.`,
  );
}
