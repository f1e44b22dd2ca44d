import { latestRoots } from "@qipan/ledger/checkpoints";
import { packsHeld } from "@qipan/ledger/packs";
import type { Handlers } from "../http/handlers.ts";

/** 状态. Who is asking, which day it is, what is loaded. */
export function statusHandlers(version: string): Pick<Handlers, "getStatus"> {
  return {
    getStatus: async (_, { principal, within, today, demonstration }) => {
      const [packs, roots] = await within(async (tx) => [await packsHeld(tx), await latestRoots(tx)] as const);
      return {
        name: "qipan",
        version,
        today,
        actor: principal.actor,
        role: principal.role,
        unit: principal.writes[0] ?? "",
        demonstration,
        packs: packs.map(({ id, title, version, loadedAt }) => ({ id, title, version, loadedAt })),
        root: newestRoot(roots),
      };
    },
  };
}

/** The root closed last; null before the first checkpoint. */
export function newestRoot(roots: readonly { readonly root: string; readonly closedAt: string }[]): string | null {
  return roots.toSorted((a, b) => (a.closedAt < b.closedAt ? 1 : -1))[0]?.root ?? null;
}
