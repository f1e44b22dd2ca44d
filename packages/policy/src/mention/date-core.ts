import type { DateMention, Lean } from "../records/mention.ts";
import type { Interval, Precision } from "./date-interval.ts";

/**
 * 日期之核. A date without its bounds: where it stands, its days where known, and what it leaned on. `limit` when its words
 * name the end of a time (年底); `floating` when its year is only the document's, so that a neighbouring one may be meant;
 * `moves` when later expressions may lean on it; `type` when its words alone decide it.
 */
export interface Core {
  readonly start: number;
  readonly end: number;
  readonly interval: Interval | null;
  readonly precision: Precision | null;
  readonly class: DateMention["class"];
  readonly leansOn: readonly Lean[];
  readonly limit: boolean;
  readonly floating: boolean;
  readonly moves: boolean;
  readonly type: DateMention["timeType"] | null;
  /** Whether its words are a quantity too, which is read beside it. */
  readonly counts?: boolean;
  /** Whether it has two ends of its own (2018年至2020年). */
  readonly stretch?: boolean;
}

/** Nothing leaned on. */
export const NO_LEANS: readonly Lean[] = [];

/** 无日. A core of words that fix no day. */
export function undated(start: number, end: number, kind: Pick<Core, "class" | "type">): Core {
  return {
    start,
    end,
    interval: null,
    precision: null,
    leansOn: NO_LEANS,
    limit: false,
    floating: false,
    moves: false,
    ...kind,
  };
}
