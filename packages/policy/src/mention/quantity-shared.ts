import type { QuantityMention } from "../records/mention.ts";
import type { Amount } from "./quantity-amount.ts";
import type { Direction } from "./quantity-direction.ts";
import type { Scan } from "./scan.ts";

/** 结果之向. 由100种恢复到300多种: the result of a change whose start was read before it, whatever the verb. */
export function resultDirection(
  { text }: Scan,
  { start }: { start: number },
  { own, amount, previous }: { own: Direction; amount: Amount; previous: QuantityMention | null },
): Direction {
  if (
    own.role === null &&
    previous?.role === "from" &&
    previous.unit === amount.unit &&
    "到至为".includes(text.charAt(start - 1) || " ")
  )
    return { polarity: previous.polarity, role: "to" };
  return own.role === "amount" && amount.kind === "count" && isUpgrade(text, start)
    ? { polarity: "none", role: null }
    : own;
}

/** 提升742个 improves things and counts them. */
const isUpgrade = (text: string, start: number): boolean => {
  const verb = text.slice(Math.max(0, start - 2), start);
  return verb === "提升" || verb === "提高";
};

/** 同列之向. The direction that a quantity shares with the one before it in a list. */
export function sharedDirection(own: Direction, amount: Amount, listed: QuantityMention | null): Direction {
  if (own.role !== null || listed === null || listed.role === null) return own;
  const shares = listed.role === "amount" ? listed.unit === amount.unit : true;
  return shares ? { polarity: listed.polarity, role: listed.role } : own;
}
