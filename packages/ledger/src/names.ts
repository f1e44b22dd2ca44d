import { fold } from "@qipan/policy/text/fold";
import { sql } from "kysely";
import type { Tx } from "./transaction.ts";

/** Names that one word of a search is widened by. */
const most = 12;

/** A name shorter than this means too many things to search for it unasked. */
const shortest = 3;

/**
 * 异名. Other names of the places, bodies, projects and plans that go by one of the words, in use at whatever time: what a
 * search for the word looks for too. From the gazetteer, the aliases of bodies and the register of other names, as far as
 * the principal sees them. Names that a search for the word finds anyway are left out; a word that names nothing has none.
 */
export async function otherNames(tx: Tx, words: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const written = [...new Set(words.flatMap((word) => [word, fold(word)]))].filter((word) => word.length > 1);
  if (written.length === 0) return new Map();
  const { rows } = await sql<{ word: string; name: string }>`
    with named as (
      select 'place' as sort, code as key, array_prepend(name_zh, aliases_zh) as names from place
        where name_zh = any(${written}::text[]) or aliases_zh && ${written}::text[]
      union all
      select kind, key, array_prepend(title, array(select jsonb_array_elements_text(coalesce(fields -> 'aliases', '[]'))))
        from entry where kind = 'organisation' and not withdrawn
          and (title = any(${written}::text[]) or fields -> 'aliases' ?| ${written}::text[])
      union all
      select meant.sort, meant.key, array[title] from entry, lateral (values
          ('place', fields ->> 'place'), ('organisation', fields ->> 'organisation'),
          ('project', fields ->> 'project'), ('plan', fields ->> 'plan')) as meant(sort, key)
        where kind = 'alias' and not withdrawn and meant.key is not null and title = any(${written}::text[])
    ), meant as (
      select distinct word, sort, key from named, unnest(${written}::text[]) as word where word = any(names)
    )
    select m.word, unnest(array_prepend(p.name_zh, p.aliases_zh)) as name
      from meant m join place p on m.sort = 'place' and p.code = m.key
    union
    select m.word, unnest(array_prepend(e.title, array(select jsonb_array_elements_text(coalesce(e.fields -> 'aliases', '[]')))))
      from meant m join entry e on e.kind = m.sort and e.key = m.key and not e.withdrawn
    union
    select m.word, e.title
      from meant m join entry e on e.kind = 'alias' and not e.withdrawn and e.fields ->> m.sort = m.key`.execute(tx.db);
  return new Map(
    words.flatMap((word) => {
      const names = rows.filter((row) => row.word === word || row.word === fold(word)).map(({ name }) => name);
      const others = worthSearching(word, names);
      return others.length === 0 ? [] : [[word, others] as const];
    }),
  );
}

/** The shortest names first; one that holds the word, or another name of the list, is found by that one. */
function worthSearching(word: string, names: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const name of [...new Set(names)].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))) {
    const isPartOfWord = word.includes(name) && name.length < shortest + 1;
    const isFound = [word, ...kept].some((known) => fold(name).includes(fold(known)));
    if (name.length >= shortest && !/\s/u.test(name) && !isPartOfWord && !isFound) kept.push(name);
  }
  return kept.slice(0, most);
}
