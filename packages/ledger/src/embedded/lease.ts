import type { Client } from "pg";
import { errorCode } from "./failure.ts";
import { type Address, adminClient } from "./readiness.ts";

/**
 * 租约. A process uses the server as long as one connection of it holds a shared advisory lock. The lock goes with the
 * connection, so a killed process leaves nothing behind: no file to clean up, no process number to mistake.
 */
export interface Lease {
  /** Resolves when the connection is lost without having been given back. Never rejects. */
  readonly lost: Promise<void>;
  /** Gives the lease back. The answer says whether it was the last; then new leases wait until the server has stopped. */
  giveBack(): Promise<"last" | "others remain">;
}

/** One number for all, in the database `postgres` of the embedded cluster alone. */
const LOCK = 0x71_69_70_61; // "qipa" in ASCII: advisory locks of one number are 64-bit, ours needs no more

/**
 * 取得租约. Undefined when the server went away before the lease was ours (it was just stopping): look for it anew.
 * The connection does not keep the process alive.
 */
export async function takeLease(address: Address): Promise<Lease | undefined> {
  const client = adminClient(address, `qipan lease of process ${process.pid}`);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock_shared($1)", [LOCK]);
  } catch (error) {
    await client.end().catch(() => undefined); // it may not have been connected
    if (isGoing(error)) return undefined;
    throw error;
  }
  keepsProcessAlive(client).unref();
  return leaseOn(client);
}

function leaseOn(client: Client): Lease {
  let given = false;
  const lost = new Promise<void>((resolve) => {
    client.once("end", () => {
      if (!given) resolve();
    });
  });
  const giveBack: Lease["giveBack"] = async () => {
    given = true;
    keepsProcessAlive(client).ref();
    try {
      await client.query("select pg_advisory_unlock_shared($1)", [LOCK]);
      const { rows } = await client.query<{ alone: boolean }>("select pg_try_advisory_lock($1) as alone", [LOCK]);
      if (rows[0]?.alone === true) return "last"; // stays connected: the lock keeps newcomers out until the server is gone
      await client.end();
      return "others remain";
    } catch {
      return "others remain"; // the server is gone already: nothing of ours to stop
    }
  };
  return { lost, giveBack };
}

/** `pg` has had both methods since version 8.0; its types leave them out. */
function keepsProcessAlive(client: Client): { ref(): void; unref(): void } {
  return client as Client & { ref(): void; unref(): void };
}

/** Whether the error says that the server is stopping, starting or not there, rather than that we did wrong. */
function isGoing(error: unknown): boolean {
  const code = errorCode(error) ?? "";
  if (["57P01", "57P02", "57P03", "ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"].includes(code)) return true;
  return error instanceof Error && /terminated|timeout/i.test(error.message);
}
