import type { CalendarDate, Id, Instant } from "@qipan/policy/records/identity";
import { type AliasedExpression, sql } from "kysely";
import type { HeldEntry } from "./append-versions.ts";
import { LedgerRefusal } from "./refusal.ts";
import type { Tx } from "./transaction.ts";

/** 时点. As of which day rows exist (`asOf`), and by the end of which day they were recorded (`knownOn`). */
export interface When {
  readonly asOf?: CalendarDate | undefined;
  readonly knownOn?: CalendarDate | undefined;
}

/** A row of `entryHeads`: an entry as it stood. */
export type EntryHead = HeldEntry;

const columns = sql.raw(
  [
    "jurisdiction, visibility, shared_with, kind, key, origin, confidence, version, hash, recorded_at, withdrawn",
    "title, title_en, when_day, exists_from, regions, evidence_versions, evidence_count",
  ].join(", "),
);

/**
 * 某时条目. Relation `e` of entries in the version that held at the end of `knownOn`, or in the newest. Filters go on
 * top of it; for the newest the indexes of `entry` stay usable.
 */
export function entryHeads(knownOn?: CalendarDate): AliasedExpression<EntryHead, "e"> {
  if (knownOn === undefined) return sql<EntryHead>`(select id, fields, ${columns} from entry)`.as("e");
  const end = endOfDay(knownOn);
  return sql<EntryHead>`(select entry as id, coalesce(fields, '{}') as fields, ${columns} from entry_version v
    where v.recorded_at < ${end} and not exists (select from entry_version l where l.jurisdiction = v.jurisdiction
      and l.entry = v.entry and l.version > v.version and l.recorded_at < ${end}))`.as("e");
}

/** First instant after a day of Asia/Shanghai, which keeps +08:00 all year. */
export function endOfDay(day: CalendarDate): Instant {
  return new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString() as Instant; // toISOString writes an instant
}

/** 条目列. Columns of an entry row that a held entry is made of. */
export const entryColumns = [
  "jurisdiction",
  "id",
  "visibility",
  "sharedWith",
  "kind",
  "key",
  "origin",
  "confidence",
  "version",
  "hash",
  "recordedAt",
  "withdrawn",
  "title",
  "titleEn",
  "fields",
  "whenDay",
  "existsFrom",
  "regions",
  "evidenceVersions",
  "evidenceCount",
] as const;

/** The newest version of an entry that is to be changed. Refuses an id that the principal does not see. */
export async function heldEntry(tx: Tx, id: Id): Promise<HeldEntry> {
  const row = await tx.db.selectFrom("entry").select(entryColumns).where("id", "=", id).executeTakeFirst();
  if (!row) throw new LedgerRefusal("not-found", `No entry ${id} is held. Look it up in its register again.`);
  return row;
}
