import type { Reading } from "@qipan/policy/records/reading";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 常用理由. A reason for which readings were turned down, and how many. */
export interface UsedReason {
  readonly reason: string;
  readonly count: number;
}

/** Rejections that are looked at: what people write now, not what they wrote years ago. */
const newest = 2000;

/** 取常用理由. Those used most for the newest rejections that the principal sees, of one type or of all; at most `limit`. */
export async function usedReasons(
  tx: Tx,
  { type, limit }: { readonly type?: Reading["type"] | undefined; readonly limit: number },
): Promise<readonly UsedReason[]> {
  const typed = type === undefined ? sql`true` : sql`type = ${type}`;
  const { rows } = await sql<UsedReason>`select reason, count(*) as count from (
      select reason from reading where state = 'rejected' and ${typed} order by id desc limit ${newest}) recent
    where reason is not null group by reason order by count(*) desc, reason limit ${limit}`.execute(tx.db);
  return rows;
}
