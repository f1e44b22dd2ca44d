import type { EntryKind } from "@qipan/policy/records/registers";
import type { Id } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import { sql } from "kysely";
import type { Tx } from "../transaction.ts";

/** 所求之名. Kind and title of the entry that a reading would become. */
export interface WantedName {
  readonly kind: EntryKind;
  readonly title: string;
}

/** 同名条目. An entry of that kind and title. */
export interface NamedEntry extends WantedName {
  readonly entry: Id;
  readonly jurisdiction: JurisdictionCode;
}

/** 取同名条目. Entries of the kinds and titles wanted that the principal sees, oldest first; by index, however many are held. */
export async function entriesNamed(tx: Tx, wanted: readonly WantedName[]): Promise<readonly NamedEntry[]> {
  if (wanted.length === 0) return [];
  const { rows } = await sql<NamedEntry>`
    select e.id as entry, e.kind, e.title, e.jurisdiction
    from (select distinct kind, title from json_to_recordset(${JSON.stringify(wanted)}::json) as w(kind text, title text)) w
    join entry e on e.kind = w.kind and e.title = w.title and not e.withdrawn
      and e.kind in ('task', 'target', 'agreement', 'plan', 'project', 'organisation')
    order by e.id`.execute(tx.db);
  return rows;
}
