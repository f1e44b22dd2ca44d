import { titlesByKeys } from "@qipan/ledger/entry-queries";
import { placesByCodes } from "@qipan/ledger/places";
import type { Tx } from "@qipan/ledger/transaction";
import { type EntryKind, registerOf } from "@qipan/policy/records/registers";
import type { Names } from "../contract/entries.ts";

/** What names are looked up for: the kind of a row and its fields. */
interface Named {
  readonly kind: EntryKind;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Keys of entries and codes of places that rows refer to. */
interface Referred {
  readonly keys: readonly string[];
  readonly codes: readonly string[];
}

/**
 * 引名. Names of everything that rows refer to by key or code, in one query for entries and one for places. What is held
 * under no such key (a body written by name) is not in the record.
 */
export async function namesOf(tx: Tx, rows: readonly Named[]): Promise<Names> {
  const referred = rows.map(referredIn);
  return namesFor(tx, { keys: referred.flatMap(({ keys }) => keys), codes: referred.flatMap(({ codes }) => codes) });
}

/** Names of keys and codes that are already known. */
export async function namesFor(tx: Tx, { keys, codes }: Referred): Promise<Names> {
  const [entries, places] = [await titlesByKeys(tx, [...new Set(keys)]), await placesByCodes(tx, [...new Set(codes)])];
  return Object.fromEntries([
    ...entries.map(({ id, key, kind, title, titleEn }) => [key, { zh: title, en: titleEn, id, kind }] as const),
    ...places.map(
      ({ code, nameZh, nameEn }) => [code, { zh: nameZh, en: nameEn || null, id: null, kind: "place" }] as const,
    ),
  ]);
}

function referredIn({ kind, fields }: Named): Referred {
  const shape = registerOf(kind).fields.shape;
  const found = { keys: [] as string[], codes: [] as string[] };
  for (const [name, schema] of Object.entries(shape)) {
    const { control, refers } = schema.meta() ?? {};
    const values = [fields[name] ?? []].flat().filter((value) => typeof value === "string");
    if (control === "place" || refers === "place") found.codes.push(...values);
    else if (refers !== undefined) found.keys.push(...values);
  }
  return found;
}
