import { entriesPage } from "@qipan/ledger/entry-queries";
import { placesPage } from "@qipan/ledger/places";
import type { Tx } from "@qipan/ledger/transaction";
import type { KeyOf } from "@qipan/policy/chronicle/event-proposal";
import type { KnownIndicator } from "@qipan/policy/indicators/observation-proposal";
import type { Page } from "@qipan/policy/records/page";
import type { EntryKind, FieldsOf } from "@qipan/policy/records/registers";

/** 已知名称. What the ledger knows by name: bodies and places to name parties by, the catalogue of indicators. */
export interface KnownNames {
  readonly organisation: KeyOf;
  readonly place: KeyOf;
  readonly indicators: readonly KnownIndicator[];
}

/** A key and names that lead to it. */
type Named = readonly [key: string, names: readonly string[]];

/** 取已知名称. Every name that the principal sees; a name that two rows share leads to neither. */
export async function knownNames(tx: Tx): Promise<KnownNames> {
  const bodies = await everyEntry(tx, "organisation");
  const catalogue = await everyEntry(tx, "indicator");
  const places = await everyPage((cursor) => placesPage(tx, { cursor, limit: 500 }));
  const others = (await everyEntry(tx, "alias")).map(({ fields }) => fields);
  const meaning = (of: "organisation" | "place"): Named[] =>
    others.flatMap(({ title, [of]: key }): Named[] => (key === null ? [] : [[key, [title]]]));
  return {
    organisation: lookup([
      ...bodies.map(({ key, fields }): Named => [key, [fields.title, ...fields.aliases]]),
      ...meaning("organisation"),
    ]),
    place: lookup([
      ...places.map(({ code, nameZh, aliasesZh }): Named => [code, [nameZh, ...aliasesZh]]),
      ...meaning("place"),
    ]),
    indicators: catalogue.map(({ key, fields }) => ({ key, title: fields.title, unit: fields.unit })),
  };
}

async function everyEntry<K extends EntryKind>(
  tx: Tx,
  kind: K,
): Promise<readonly { key: string; fields: FieldsOf<K> }[]> {
  const entries = await everyPage((cursor) => entriesPage(tx, { kind, sort: "title", cursor, limit: 500 }));
  return entries.map(({ key, fields }) => ({ key, fields: fields as FieldsOf<K> })); // the ledger checks fields by kind when it writes
}

/** Reads a list to its end, a page at a time. */
async function everyPage<T>(page: (cursor: string | null) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const read: Page<T> = await page(cursor);
    items.push(...read.items);
    cursor = read.next;
  } while (cursor !== null);
  return items;
}

function lookup(rows: readonly Named[]): KeyOf {
  const keys = new Map<string, string | undefined>();
  for (const [key, names] of rows)
    for (const name of new Set(names)) keys.set(name, keys.has(name) && keys.get(name) !== key ? undefined : key);
  return (written) => keys.get(written);
}
