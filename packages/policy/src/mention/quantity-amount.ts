import type { Numeral } from "../text/numeral.ts";
import type { Direction } from "./quantity-direction.ts";
import type { UnitRead } from "./unit-words.ts";

/** 数额. A number and its unit before comparator words: `low` and `high` bound a range, else both are the value. */
export interface Amount {
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
  /** What the unit measures; `worded` when the amount is in words of its own (翻一番, 第3位). */
  readonly kind: string;
  /** 多 or 余 stood with it. */
  readonly over: boolean;
  /** 来 stood with it. */
  readonly around: boolean;
  readonly atLeast?: boolean;
  readonly written: string;
  readonly weak: boolean;
  /** Direction that the words themselves say; absent where a verb says it. */
  readonly direction?: Direction;
}

/** 精确. 12.3 × 10000 is 123000, not 123000.00000000001. */
export const exact = (value: number): number => Number(value.toPrecision(14));

/** 计量. A number in the normal unit; 八五折 is 85 %. */
export function measured(
  numeral: Numeral,
  { unit, factor, kind, end, written, weak }: UnitRead,
  more: Pick<Amount, "over" | "around">,
): Amount {
  const scale = written === "折" && (numeral.value ?? 0) >= 10 ? 1 : factor;
  const low = numeral.value ?? numeral.low ?? 0;
  const high = numeral.value ?? numeral.high ?? 0;
  return {
    end,
    low: scale === 1 ? low : exact(low * scale),
    high: scale === 1 ? high : exact(high * scale),
    unit,
    kind,
    over: more.over || numeral.over,
    around: more.around,
    atLeast: numeral.atLeast,
    written,
    weak,
  };
}
