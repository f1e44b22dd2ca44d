import type { KnownName } from "@qipan/policy/mention/known-name";
import { sql } from "kysely";
import type { Tx } from "./transaction.ts";

/** 名称版次. Changes whenever a name that reading leans on does; cheap to ask for. */
export async function namesEdition(tx: Tx): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    select concat_ws(' ', count(*), max(recorded_at), sum(version)) as edition from entry
    where kind in ('alias', 'organisation') and visibility = 'public'`.execute(tx.db);
  return rows[0]?.edition ?? "";
}

interface Row {
  readonly written: string;
  readonly code: string | null;
  readonly id: string | null;
  readonly class: string | null;
}

/**
 * 已知名称. Public names of places and bodies that the ledger holds: titles and aliases of bodies, the register of other
 * names. What reading knows beside the lexicon. A name that means two things is left out.
 */
export async function knownNames(tx: Tx): Promise<readonly KnownName[]> {
  const { rows } = await sql<Row>`
    with body as (
      select key, title, coalesce(fields ->> 'organisationKind', '') as class, coalesce(fields -> 'aliases', '[]') as aliases
      from entry where kind = 'organisation' and visibility = 'public' and not withdrawn
    ), name as (
      select unnest(array_prepend(title, array(select jsonb_array_elements_text(aliases)))) as written,
        null as code, key as id, class from body
      union
      select e.title, e.fields ->> 'place', b.key, b.class
      from entry e left join body b on b.key = e.fields ->> 'organisation'
      where e.kind = 'alias' and e.visibility = 'public' and not e.withdrawn
    )
    select written, min(code) as code, min(id) as id, min(class) as class from name
    where (code is null) <> (id is null) and length(written) > 1
    group by written having count(distinct coalesce(code, id)) = 1 order by written`.execute(tx.db);
  return rows.flatMap(({ written, code, id: body, class: sort }): KnownName[] => {
    if (code !== null) return [{ written, means: "place", code }];
    return body === null ? [] : [{ written, means: "organisation", id: body, class: sort ?? "" }];
  });
}
