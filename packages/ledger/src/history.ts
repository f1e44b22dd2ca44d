import type { EntryVersion } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import { evidenceOfRow } from "./evidence-row.ts";
import type { Tx } from "./transaction.ts";

/** 版本史. Versions of an entry that the principal sees, oldest first, each with the evidence that held for it. */
export async function versionsOf(tx: Tx, id: Id): Promise<readonly EntryVersion[]> {
  const versions = await tx.db
    .selectFrom("entryVersion")
    .select([
      "entry",
      "version",
      "action",
      "actor",
      "recordedAt",
      "reason",
      "fields",
      "redacted",
      "previousHash",
      "hash",
      "evidenceVersions",
    ])
    .where("entry", "=", id)
    .orderBy("version")
    .execute();
  const evidence = await tx.db
    .selectFrom("evidence")
    .selectAll()
    .where("entry", "=", id)
    .orderBy("version")
    .orderBy("ordinal")
    .execute();
  return versions.map(({ evidenceVersions, action, ...version }) => ({
    ...version,
    action: action === "redact" ? "change" : action,
    evidence: evidence
      .filter((row) => evidenceVersions.includes(row.version))
      .map(evidenceOfRow)
      .filter((item): item is Evidence => item !== null),
  }));
}
