import { charClass, isAt } from "../text/char-class.ts";
import { type Amount } from "./quantity-amount.ts";
import { type Scan } from "./scan.ts";

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/** -3.2%, 零下5℃, 负1.2%: what makes a share, a temperature or a sum of money less than nothing. */
export function minusBefore({ text, sentence }: Scan, at: number, { kind }: Amount): { length: number } | null {
  if (at <= sentence.start || (kind !== "share" && kind !== "temperature" && kind !== "money")) return null;
  if (kind === "temperature" && text.startsWith("零下", at - 2)) return { length: 2 };
  const sign = text.charAt(at - 1);
  if (sign === "负") return { length: 1 };
  if (sign !== "-" && sign !== "−") return null;
  return at - 1 > sentence.start && isAt(text, at - 2, NUMERAL | charClass.latin) ? null : { length: 1 };
}
