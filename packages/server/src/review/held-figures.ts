import { observationsOf } from "@qipan/ledger/observation-queries";
import { type Ground, groundOf } from "@qipan/policy/records/ground";
import type { Tx } from "@qipan/ledger/transaction";
import type { Observation } from "@qipan/policy/records/observation";
import type { Proposal } from "./proposal.ts";

type Figure = Pick<Observation, "indicator" | "region" | "periodStart" | "periodEnd" | "value">;

/** 已有数值. The figures that the ledger holds for what some proposals would say, whatever their series' vintage. */
export interface HeldFigures {
  /** Why a proposed figure is not to be added by itself; null when nothing is held for it. */
  clashOf(figure: Figure): Ground | null;
  /** Counts a figure as held from now on. */
  add(figure: Figure): void;
}

/** 取已有数值. One query for all indicators that the proposals name; of one vintage where it is given. */
export async function heldFigures(tx: Tx, proposals: readonly Proposal[], vintage?: string): Promise<HeldFigures> {
  const indicators = [
    ...new Set(proposals.flatMap((proposal) => (proposal.makes === "observation" ? [proposal.row.indicator] : []))),
  ];
  const rows = indicators.length === 0 ? [] : await observationsOf(tx, { indicators, series: "" });
  const held = new Map<string, number[]>();
  const add = (figure: Figure): void =>
    void held.set(keyOf(figure), [...(held.get(keyOf(figure)) ?? []), figure.value.nominal]);
  for (const row of rows) if (vintage === undefined || row.vintage === vintage) add(row);
  return {
    add,
    clashOf: (figure) => {
      const values = held.get(keyOf(figure));
      if (!values) return null;
      if (values.includes(figure.value.nominal)) return groundOf("same-value-held");
      return groundOf("other-value-held", { detail: values.join(", ") });
    },
  };
}

function keyOf({ indicator, region, periodStart, periodEnd }: Figure): string {
  return `${indicator} ${region} ${periodStart} ${periodEnd}`;
}
