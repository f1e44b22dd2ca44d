import { bareTitleKey, titleKey } from "@qipan/policy/extraction/card/title-key";
import { wrappedTitle } from "@qipan/policy/extraction/card/title-line";
import type { Id } from "@qipan/policy/records/identity";
import type { PlanFields } from "@qipan/policy/records/plan";
import type { Confidence } from "@qipan/policy/records/provenance";
import type { Tx } from "../transaction.ts";

/** 规划行. A plan of the register. */
export interface PlanRow {
  readonly id: Id;
  readonly key: string;
  readonly title: string;
  readonly confidence: Confidence;
  readonly fields: PlanFields;
}

/** 规划名录. The plans that the principal sees, and the one that a title or a key means. */
export interface PlanNames {
  readonly plans: readonly PlanRow[];
  readonly byKey: ReadonlyMap<string, PlanRow>;
  /** Comparing forms of all titles and other names; one that two plans share is left out. */
  readonly byTitle: ReadonlyMap<string, PlanRow>;
}

/** 取规划名录. Plans with their other names. */
export async function planNames(tx: Tx): Promise<PlanNames> {
  const plans = await plansHeld(tx);
  const byKey = new Map(plans.map((plan) => [plan.key, plan]));
  const names = [
    ...plans.flatMap((plan) => [titleKey(plan.title), bareTitleKey(plan.title)].map((name) => [name, plan] as const)),
    ...(await otherNames(tx)).flatMap(({ name, plan }) => {
      const held = byKey.get(plan);
      return held ? [[titleKey(name), held] as const] : [];
    }),
  ];
  return { plans, byKey, byTitle: unambiguous(names) };
}

/** 题指之规划. The plan that a title means, as written or as the text that it sends out. */
export function planCalled({ byTitle }: Pick<PlanNames, "byTitle">, title: string): PlanRow | undefined {
  const inner = wrappedTitle(title);
  const keys = [title, ...(inner === null ? [] : [inner])].flatMap((name) => [titleKey(name), bareTitleKey(name)]);
  return keys.map((key) => byTitle.get(key)).find((plan) => plan !== undefined);
}

async function plansHeld(tx: Tx): Promise<readonly PlanRow[]> {
  const rows = await tx.db
    .selectFrom("entry")
    .select(["id", "key", "title", "confidence", "fields"])
    .where("kind", "=", "plan")
    .where("withdrawn", "=", false)
    .orderBy("key")
    .orderBy("id")
    .execute();
  return rows.map(({ fields, ...row }) => ({ ...row, fields: fields as PlanFields })); // the ledger takes no entry whose fields its register refuses
}

async function otherNames(tx: Tx): Promise<readonly { name: string; plan: string }[]> {
  const rows = await tx.db
    .selectFrom("link as l")
    .innerJoin("entry as e", (join) =>
      join.onRef("e.jurisdiction", "=", "l.jurisdiction").onRef("e.id", "=", "l.entry"),
    )
    .select(["e.title as name", "l.target as plan"])
    .where("l.refers", "=", "plan")
    .where("e.kind", "=", "alias")
    .where("e.withdrawn", "=", false)
    .execute();
  return rows;
}

function unambiguous(names: readonly (readonly [string, PlanRow])[]): ReadonlyMap<string, PlanRow> {
  const owners = Map.groupBy(names, ([name]) => name);
  return new Map(
    [...owners].flatMap(([name, rows]) => {
      const [first] = rows;
      return first && rows.every(([, plan]) => plan.key === first[1].key) ? [[name, first[1]] as const] : [];
    }),
  );
}
