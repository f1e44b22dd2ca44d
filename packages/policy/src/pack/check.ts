import { type Finding, inFileOrder } from "./finding.ts";
import { geographyFindings } from "./geography.ts";
import { identityFindings } from "./identity-check.ts";
import { keyFindings } from "./keys.ts";
import { TABLE_KINDS } from "./kinds.ts";
import { licenceFindings } from "./licences.ts";
import { lineageFindings } from "./lineage.ts";
import type { PackManifest } from "./manifest.ts";
import { nameFindings } from "./names.ts";
import { orderFindings } from "./order.ts";
import { type Pack, packOf, tableOf } from "./pack.ts";
import { referenceFindings } from "./references.ts";
import { sourcingFindings } from "./sourcing.ts";
import { structureFindings } from "./structure.ts";
import type { TableRows } from "./table.ts";
import { typedRows } from "./typed-rows.ts";
import { valueFindings } from "./values.ts";

/** 校验项. Each looks at the text of the tables by itself, so that one fault hides no other. */
const CHECKS: readonly ((pack: Pack) => readonly Finding[])[] = [
  structureFindings,
  cellFindings,
  keyFindings,
  referenceFindings,
  lineageFindings,
  orderFindings,
  geographyFindings,
  nameFindings,
  valueFindings,
  sourcingFindings,
  licenceFindings,
  identityFindings,
];

/**
 * 数据包校验. Everything that is wrong with a pack, at once and in file order; nothing wrong is an empty list; never
 * throws. `tables` are all tables of the pack's folder; those of kind `network/…` get only the checks of any table.
 * @example checkPack(tables, manifest).filter(({ severity }) => severity === "error")
 */
export function checkPack(tables: readonly TableRows[], manifest: PackManifest): readonly Finding[] {
  const pack = packOf(tables, manifest);
  return inFileOrder(CHECKS.flatMap((check) => check(pack)));
}

function cellFindings(pack: Pack): readonly Finding[] {
  return TABLE_KINDS.flatMap((kind) => typedRows(kind, tableOf(pack, kind)).findings);
}
