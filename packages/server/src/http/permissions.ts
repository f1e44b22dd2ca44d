import type { Principal, Role } from "@qipan/policy/records/principal";
import { publicReader } from "@qipan/policy/records/principal";
import { RequestRefused } from "./problem-response.ts";

/**
 * 职权. What each role may call beyond what everybody may: the roles an operation names as its least role. Rows are
 * guarded by the ledger; this table only says early, and in words, what the ledger would refuse.
 */
const mayActAs: Readonly<Record<Role, readonly Role[]>> = {
  reader: ["reader"],
  officer: ["reader", "officer"],
  clerk: ["reader", "officer", "clerk"],
  statistician: ["reader", "officer", "statistician"],
  editor: ["reader", "officer", "clerk", "statistician", "editor"],
  supervisor: ["reader", "officer", "clerk", "editor", "supervisor"],
  director: ["reader", "officer", "clerk", "statistician", "editor", "supervisor", "director"],
  administrator: ["reader", "officer", "clerk", "statistician", "editor", "supervisor", "director", "administrator"],
};

/** Refuses a caller whose role does not reach the one an operation needs. */
export function checkRole(principal: Principal, least: Role | null): void {
  if (least === null || mayActAs[principal.role].includes(least)) return;
  if (principal.actor === publicReader.actor)
    throw new RequestRefused(
      "unauthenticated",
      `This needs a session with the role ${least}; open Qipan's page on this machine`,
    );
  throw new RequestRefused("forbidden", `Your role is ${principal.role}, this needs ${least}`);
}
