import type { EntryFilter } from "@qipan/ledger/entry-queries";
import { type Place, placesPage } from "@qipan/ledger/places";
import type { Tx } from "@qipan/ledger/transaction";
import type { Page } from "@qipan/policy/records/page";
import { type EntryKind, registerOf } from "@qipan/policy/records/registers";
import { RequestRefused } from "../http/problem-response.ts";

/**
 * 按地区筛选. The filter with its region spelled out as the places that lie in it, so that a province takes in its zones and
 * sites too, whose codes do not begin with its own. Throws `RequestRefused` for a register whose rows lie nowhere.
 */
export async function withRegion<F extends EntryFilter & { kind: EntryKind }>(tx: Tx, filter: F): Promise<F> {
  const { region, kind, where = {} } = filter;
  if (region === undefined) return filter;
  const field = placeFieldOf(kind);
  const codes = await codesIn(tx, region);
  if (codes.length === 1) return filter; // no place below is held: the ledger tells divisions by their digits
  const asked = where[field];
  return {
    ...filter,
    region: undefined,
    where: { ...where, [field]: asked ? asked.filter((code) => codes.includes(code)) : codes },
  };
}

/** The field of a register that says where a row lies; each has one at most. */
function placeFieldOf(kind: EntryKind): string {
  const fields = Object.entries(registerOf(kind).fields.shape);
  const field = fields.find(
    ([, schema]) => schema.meta()?.control === "place" || schema.meta()?.refers === "place",
  )?.[0];
  if (field !== undefined) return field;
  throw new RequestRefused("invalid", `The register ${kind} has no place, so it takes no region`);
}

/** The code itself and those of all places below it. */
async function codesIn(tx: Tx, region: string): Promise<readonly string[]> {
  const children = Map.groupBy(await everyPlace(tx), ({ parent }) => parent);
  const codes = [region];
  for (const code of codes)
    codes.push(...(children.get(code) ?? []).map((place) => place.code).filter((below) => !codes.includes(below)));
  return codes;
}

async function everyPlace(tx: Tx): Promise<readonly Place[]> {
  const places: Place[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Place> = await placesPage(tx, { cursor, limit: 1000 });
    places.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return places;
}
