import type { Document } from "@qipan/policy/records/document";
import type { Reading } from "@qipan/policy/records/reading";
import { sql } from "kysely";
import { decideAll } from "./decisions.ts";
import type { Tx } from "./transaction.ts";

/** 重读所变. How many waiting readings the better reading of a document no longer has, and how many it has again. */
export interface Reread {
  readonly superseded: number;
  readonly renewed: number;
}

/**
 * 重读更替. After a document was read again: what still waits and is no longer read is superseded; what was superseded in
 * this way and is read again waits again. Decided readings and parts made by hand stay. A document that a newer version
 * corrects gets nothing back: its readings live on in that one.
 */
export async function supersedeUnread(tx: Tx, document: Document, readings: readonly Reading[]): Promise<Reread> {
  const keys = readings.map(({ key }) => key);
  const gone = await lockedReadings(tx, document, sql`state = 'pending' and not key = any(${keys}::text[])`);
  await decideAll(
    tx,
    gone.map((reading) => ({ reading, decision: { action: "supersede", state: "superseded", reason: notRead } })),
  );
  const back =
    document.newer === null
      ? await lockedReadings(
          tx,
          document,
          sql`state = 'superseded' and key = any(${keys}::text[]) and reason = ${notRead}`,
        )
      : [];
  await decideAll(
    tx,
    back.map((reading) => ({ reading, decision: { action: "renew", state: "pending", reason: readAgain } })),
  );
  return { superseded: gone.length, renewed: back.length };
}

/** 更正更替. Supersedes what still waits in a document that was corrected; returns how many. */
export async function supersedePending(tx: Tx, document: Document, reason: string): Promise<number> {
  const waiting = await lockedReadings(tx, document, sql`state = 'pending'`, "with parts");
  await decideAll(
    tx,
    waiting.map((reading) => ({ reading, decision: { action: "supersede", state: "superseded", reason } })),
  );
  return waiting.length;
}

const notRead = "reading the document again does not give it any more";
const readAgain = "reading the document again gives it";

type Locked = Pick<Document, "jurisdiction" | "id">;

async function lockedReadings(
  tx: Tx,
  { jurisdiction, id }: Document,
  condition: ReturnType<typeof sql>,
  which: "with parts" | "without parts" = "without parts",
): Promise<readonly Locked[]> {
  const parts = which === "with parts" ? sql`true` : sql`part_of is null`;
  const { rows } = await sql<Locked>`select jurisdiction, id from reading
    where jurisdiction = ${jurisdiction} and document = ${id} and ${condition} and ${parts} order by id for update`.execute(
    tx.db,
  );
  return rows;
}
