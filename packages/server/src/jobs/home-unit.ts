import { LedgerRefusal } from "@qipan/ledger/refusal";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Principal } from "@qipan/policy/records/principal";

/**
 * 本单位. The unit that owns what a principal hands in unless it names another: the first of those it writes for. Refuses a
 * principal that writes for none.
 */
export function homeOf({ actor, writes }: Principal): JurisdictionCode {
  const [home] = writes;
  if (home !== undefined) return home;
  throw new LedgerRefusal(
    "forbidden",
    `${actor} writes for no unit, so nothing can be handed in. Ask an administrator for a unit.`,
  );
}
