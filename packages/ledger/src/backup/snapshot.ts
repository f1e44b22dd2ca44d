import { Client, type ClientConfig, type QueryResult } from "pg";
import { ownerRole } from "../bootstrap.ts";
import { withSessionSettings } from "../connection.ts";

/** 快照. The whole ledger as it stands at one instant, whatever others write meanwhile; nothing can be changed through it. */
export interface Snapshot {
  readonly client: Client;
  /** All rows of a query, their columns in camelCase. */
  rows<T>(text: string, values?: readonly unknown[]): Promise<readonly T[]>;
  /** Rows of a query as they are needed, `size` at a time, so that memory does not grow with the ledger. */
  stream<T>(
    text: string,
    options?: { readonly values?: readonly unknown[]; readonly size?: number },
  ): AsyncGenerator<T, void>;
}

/**
 * 读快照. Runs `work` in one read-only transaction of repeatable reads, as the role that owns the tables: row security
 * lets the owner see every unit, and the database itself refuses to let this transaction write.
 */
export async function withSnapshot<T>(
  adminConnection: ClientConfig,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = new Client(withSessionSettings(adminConnection));
  client.on("error", () => undefined); // told by the query that was running
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query(`set local role ${ownerRole}`);
    const result = await work(snapshotOn(client));
    await client.query("commit");
    return result;
  } finally {
    await client.end();
  }
}

function snapshotOn(client: Client): Snapshot {
  let cursors = 0;
  return {
    client,
    rows: async <T>(text: string, values: readonly unknown[] = []) =>
      camelRows<T>(await client.query(text, [...values])),
    async *stream<T>(text: string, { values = [], size = 1000 }: { values?: readonly unknown[]; size?: number } = {}) {
      const cursor = `cursor_${++cursors}`;
      await client.query(`declare ${cursor} no scroll cursor for ${text}`, [...values]);
      for (;;) {
        const part = camelRows<T>(await client.query(`fetch ${size} from ${cursor}`));
        yield* part;
        if (part.length < size) break;
      }
      await client.query(`close ${cursor}`);
    },
  };
}

/** The caller names the type of its own columns; the database cannot. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what its query gives
function camelRows<T>({ rows, fields }: QueryResult<Record<string, unknown>>): readonly T[] {
  const names = fields.map(
    ({ name }) => [name, name.replace(/_(?<letter>[a-z])/gu, (_, letter: string) => letter.toUpperCase())] as const,
  );
  return rows.map((row) => Object.fromEntries(names.map(([name, camel]) => [camel, row[name]])) as T);
}
