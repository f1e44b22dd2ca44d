import { type Instant, instant } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Principal } from "@qipan/policy/records/principal";
import { type Kysely, sql, type Transaction } from "kysely";
import { LedgerRefusal, refusalOf } from "./refusal.ts";
import type { Schema } from "./schema.ts";

/** 事务. One unit of work on behalf of one principal; `now` is its instant, the same for everything it records. */
export interface Tx {
  readonly db: Transaction<Schema>;
  readonly principal: Principal;
  readonly now: Instant;
}

/** Stands for every unit in the lists of a principal. */
export const everyUnit = "*" as JurisdictionCode; // no code of a unit, so that no row can carry it; only the ledger's own work uses it

/** 系统主体. Principal of the ledger's own work (verifying, backing up, loading packs): sees and writes every unit. */
export function systemPrincipal(actor: string): Principal {
  return { actor, role: "administrator", reads: [everyUnit], writes: [everyUnit] };
}

/**
 * 以主体行事. Runs `work` in one transaction in which the database shows and takes only what the principal may see and
 * write. Commits when `work` resolves; what the store refuses comes out as LedgerRefusal.
 */
export async function actAs<T>(
  db: Kysely<Schema>,
  as: { principal: Principal; now: () => Date },
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  try {
    return await db.transaction().execute(async (transaction) => {
      await assume(transaction, as.principal);
      return await work({ db: transaction, principal: as.principal, now: instant.parse(as.now().toISOString()) });
    });
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Local to the transaction: the connection carries nothing of one principal to the next. Who writes a unit also reads it. */
async function assume(db: Transaction<Schema>, { actor, role, reads, writes }: Principal): Promise<void> {
  const readable = [...new Set([...reads, ...writes])];
  await sql`select set_config('qipan.actor', ${actor}, true), set_config('qipan.role', ${role}, true),
    set_config('qipan.reads', ${readable.join(",")}, true), set_config('qipan.writes', ${writes.join(",")}, true)`.execute(
    db,
  );
}

/** Whether the principal may change rows of a unit. */
export function mayWrite(tx: Tx, jurisdiction: JurisdictionCode): boolean {
  return tx.principal.writes.includes(jurisdiction) || tx.principal.writes.includes(everyUnit);
}

/** Refuses a principal that may not change rows of a unit. */
export function requireWrite(tx: Tx, jurisdiction: JurisdictionCode): void {
  if (mayWrite(tx, jurisdiction)) return;
  throw new LedgerRefusal(
    "forbidden",
    `${tx.principal.actor} may not change rows of ${jurisdiction}. Ask an editor of that jurisdiction.`,
  );
}
