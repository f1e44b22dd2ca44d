import type { Entry } from "@qipan/policy/records/entry";
import type { EntryKind, FieldsOf } from "@qipan/policy/records/registers";

/** 字段. Fields of an entry of a known kind; throws when the entry is of another one. */
export function fieldsOf<K extends EntryKind>(entry: Entry, kind: K): FieldsOf<K> {
  if (entry.kind !== kind) throw new TypeError(`Entry ${entry.id} is a ${entry.kind}; expected a ${kind}`);
  return entry.fields as FieldsOf<K>; // the ledger accepts no entry whose fields its register refuses
}
