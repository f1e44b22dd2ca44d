import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { sql } from "kysely";
import type { Tx } from "./transaction.ts";

/** 已有文件. A document whose bytes have a hash; `purged` is the day on which it was purged, null while it is held. */
export interface HeldFile {
  readonly document: Id;
  readonly name: string;
  readonly sentenceCount: number;
  readonly purged: string | null;
}

/**
 * 按散列查. The documents of a unit whose bytes have one of these hashes (SHA-256, hexadecimal), by hash: what need not be
 * read again. Hashes of which nothing is held are left out.
 */
export async function heldFiles(
  tx: Tx,
  jurisdiction: JurisdictionCode,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, HeldFile>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("document")
    .select(["id", "name", "sha256", "sentenceCount", "purgedAt"])
    .where("jurisdiction", "=", jurisdiction)
    .where(sql<boolean>`sha256 = any(${[...hashes]})`)
    .execute();
  return new Map(
    rows.map(({ id, sha256, purgedAt, ...row }) => [
      sha256,
      { document: id, ...row, purged: purgedAt?.slice(0, 10) ?? null },
    ]),
  );
}
