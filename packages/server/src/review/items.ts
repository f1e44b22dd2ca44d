import { contextsOf, type ReadingContext } from "@qipan/ledger/review/contexts";
import { figuresNear, type NearFigure } from "@qipan/ledger/review/near-figures";
import { twinsOf } from "@qipan/ledger/review/twins";
import type { Tx } from "@qipan/ledger/transaction";
import { groundOf } from "@qipan/policy/records/ground";
import type { StoredReading } from "@qipan/policy/records/stored-reading";
import type { ReviewItem } from "../contract/review.ts";
import { candidatesFor } from "./candidates.ts";

/**
 * 待审各项. Readings with what a clerk needs beside each: the sentence in context, and what may be the same already. Four
 * queries however many; what may be the same is only asked for readings that still wait.
 */
export async function reviewItems(tx: Tx, readings: readonly StoredReading[]): Promise<ReviewItem[]> {
  const waiting = readings.filter(({ state }) => state === "pending");
  const contexts = await contextsOf(tx, readings);
  const candidates = await candidatesFor(tx, waiting);
  const twins = await twinsOf(tx, waiting);
  const figures = Map.groupBy(await figuresNear(tx, waiting), ({ reading }) => reading);
  return readings.map((stored) => ({
    ...stored,
    context: contextShown(contexts.get(stored.id)),
    candidates: [...(candidates.get(stored.id) ?? [])],
    figures: (figures.get(stored.id) ?? []).map((figure) => figureShown(stored, figure)),
    twins: [...(twins.get(stored.id) ?? [])],
  }));
}

function contextShown(context: ReadingContext | undefined): ReviewItem["context"] {
  return context ? { ...context, headings: [...context.headings] } : null;
}

function figureShown({ reading }: StoredReading, { reading: _, ...figure }: NearFigure): ReviewItem["figures"][number] {
  const isSame = reading.type === "measurement" && reading.value === figure.value;
  const detail = `${figure.value} ${figure.unit}`.trim();
  return { ...figure, why: isSame ? groundOf("same-value-held") : groundOf("other-value-held", { detail }) };
}
