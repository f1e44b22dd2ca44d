import type { FactFinding, FactGround } from "../records/statement.ts";

const texts: Readonly<Record<FactGround, (amount: string) => string>> = {
  "same-value": () => "the same value",
  "values-overlap": () => "one is about what the other says exactly: their intervals overlap",
  "values-apart": (amount) => `different values for the same thing, region and period (${amount})`,
  "total-grows": (amount) => `a total that grows (${amount})`,
  "total-falls": (amount) => `a total that falls (${amount}), which no total does`,
  "total-unchanged": () => "the same total again years later: copied, or no longer counted",
  "flow-within-total": () => "what was done in a part of the time lies within the total",
  "flow-beyond-total": () => "what was done in a part of the time is more than the total",
  "same-days": () => "the same days",
  "finer-days": () => "one says the day more closely",
  "days-apart": () => "different days for the same thing",
  "later-than-due": () => "told as happening after the day that it was due",
  "done-by-due": () => "told as done by the day that it was due",
  "other-region": () => "figures of a region and of its part",
  "other-period": () => "figures of different periods",
  "other-count": () => "another number of points: two sets, not one",
};

/** 判定文字. The English words for a finding, for the command line. */
export function findingText({ verdict, ground, amount, unit }: FactFinding): string {
  const signed =
    amount === null ? "" : `${amount > 0 ? "+" : ""}${Number(amount.toPrecision(12))} ${unit ?? ""}`.trim();
  return `${verdict}: ${texts[ground](signed)}`;
}
