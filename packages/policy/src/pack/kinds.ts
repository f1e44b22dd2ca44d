import { agreementRow } from "./agreements.ts";
import { aliasRow } from "./aliases.ts";
import { divisionRow } from "./divisions.ts";
import { eventRow } from "./events.ts";
import { identityRow } from "./identities.ts";
import { indicatorRow } from "./indicators.ts";
import { observationRow } from "./observations.ts";
import { organisationRow } from "./organisations.ts";
import { placeRow } from "./places.ts";
import { planRow } from "./plans.ts";
import { projectRow } from "./projects.ts";
import { sourceListRow } from "./source-list.ts";
import { sourceRow } from "./sources.ts";
import { targetRow } from "./targets.ts";

/** 表的种类. What a table of a pack holds, and the schema of its rows. */
export const ROW_SCHEMAS = {
  sources: sourceRow,
  places: placeRow,
  organisations: organisationRow,
  indicators: indicatorRow,
  observations: observationRow,
  plans: planRow,
  targets: targetRow,
  projects: projectRow,
  agreements: agreementRow,
  events: eventRow,
  aliases: aliasRow,
  divisions: divisionRow,
  "source-list": sourceListRow,
  identities: identityRow,
} as const;

/** 种类名. Word by which `pack.json` says what a table is. */
export type TableKind = keyof typeof ROW_SCHEMAS;

/** 是否本包种类. Whether a word names a kind of this package (the network tables of a pack belong to transit). */
export function isTableKind(word: string): word is TableKind {
  return Object.hasOwn(ROW_SCHEMAS, word);
}

/** 种类名表. All kinds, in an order in which each table comes after those it refers to. */
export const TABLE_KINDS: readonly TableKind[] = Object.keys(ROW_SCHEMAS).filter(isTableKind);
