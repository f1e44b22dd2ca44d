import { type Finding, inFileOrder } from "./finding.ts";
import { keyFindings } from "./keys.ts";
import { NETWORK_KINDS } from "./kinds.ts";
import { type Network, networkOf } from "./network.ts";
import { orderFindings } from "./order.ts";
import { patternFindings } from "./patterns.ts";
import { physicsFindings } from "./physics.ts";
import { placeFindings } from "./places.ts";
import { referenceFindings } from "./references.ts";
import type { NetworkTable } from "./table.ts";
import { typedRows } from "./typed-rows.ts";

const CHECKS: readonly ((network: Network) => readonly Finding[])[] = [
  keyFindings,
  cellFindings,
  referenceFindings,
  placeFindings,
  physicsFindings,
  patternFindings,
  orderFindings,
];

/**
 * 路网校验. Everything that is wrong with the network tables of a pack, at once and in file order; nothing wrong is an
 * empty list; never throws. `kind` is the word of the manifest (`network/stations` …), tables of other kinds are passed
 * over; `asOf` is the day the pack was compiled. Published travel times are compared where timetables are searched.
 */
export function checkNetwork(
  tables: readonly { readonly kind: string; readonly table: NetworkTable }[],
  asOf: string,
): readonly Finding[] {
  const network = networkOf(tables, asOf);
  return inFileOrder(CHECKS.flatMap((check) => check(network)));
}

function cellFindings(network: Network): readonly Finding[] {
  return NETWORK_KINDS.flatMap((kind) => {
    const table = network.tables.get(kind);
    return table ? typedRows(kind, table).findings : [];
  });
}
