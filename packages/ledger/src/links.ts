import type { Entry } from "@qipan/policy/records/entry";
import type { Id } from "@qipan/policy/records/identity";
import { entriesByIds, entriesByKeys } from "./entry-queries.ts";
import type { Tx } from "./transaction.ts";

/** 关联. A reference field that joins two entries; `entry` is the other one, null where only a name is written. */
export interface Link {
  readonly direction: "to" | "from";
  readonly field: string;
  readonly refers: string;
  readonly target: string;
  readonly entry: Entry | null;
}

const mostIncoming = 500;

/** 条目关联. What an entry refers to, in order of its fields, then what refers to it. */
export async function linksOf(tx: Tx, entry: Pick<Entry, "id" | "kind" | "key">): Promise<readonly Link[]> {
  return [...(await outgoing(tx, entry.id)), ...(await incoming(tx, entry))];
}

async function outgoing(tx: Tx, id: Id): Promise<readonly Link[]> {
  const rows = await tx.db
    .selectFrom("link")
    .select(["field", "refers", "target"])
    .where("entry", "=", id)
    .orderBy("field")
    .orderBy("ordinal")
    .execute();
  const held = await entriesByKeys(
    tx,
    null,
    rows.map(({ target }) => target),
  );
  return rows.map((row) => ({
    direction: "to",
    ...row,
    entry: held.find(({ kind, key }) => kind === row.refers && key === row.target) ?? null,
  }));
}

async function incoming(tx: Tx, { kind, key }: Pick<Entry, "kind" | "key">): Promise<readonly Link[]> {
  const query = tx.db
    .selectFrom("link")
    .select(["entry", "field", "refers", "target"])
    .where("refers", "=", kind)
    .where("target", "=", key);
  const rows = await query.orderBy("entry").limit(mostIncoming).execute();
  const entries = new Map(
    (
      await entriesByIds(
        tx,
        rows.map(({ entry }) => entry),
      )
    ).map((entry) => [entry.id, entry]),
  );
  return rows.flatMap(({ entry, ...row }) => {
    const other = entries.get(entry);
    return other && !other.withdrawn ? [{ direction: "from" as const, ...row, entry: other }] : [];
  });
}
