import type { ActionClass } from "../../mention/undertaking-words.ts";
import type { WordingStrength } from "../../records/wording-strength.ts";
import type { Span } from "../../text/span.ts";

/**
 * 谓语. The verb that a clause turns on: `start`–`end` its words, `group` where its adverbs and phrases begin, `theme` what
 * stands before them and is no actor (null: the clause begins with its verb), `actor` who is named to act, `marked` when an
 * adverb, a mood or a phrase stands right before it, `counts` when a quantity follows it.
 */
export interface Predicate extends Span {
  readonly class: ActionClass;
  readonly strength: WordingStrength;
  readonly group: number;
  readonly theme: Span | null;
  /** The theme names a body: 省级税务部门, 各成员单位. */
  readonly body: boolean;
  readonly actor: Span | null;
  readonly marked: boolean;
  readonly counts: boolean;
}

/** 小句所见. What a clause holds besides: its moods, whether it is supposed or denied, where its own words begin. */
export interface ClauseReading {
  readonly clause: Span;
  readonly from: number;
  readonly predicate: Predicate | null;
  readonly future: boolean;
  readonly must: boolean;
  readonly strive: number;
  readonly forbid: number;
  readonly done: boolean;
  /** 累计, 共: the figures are sums. */
  readonly sum: boolean;
  readonly doing: boolean;
  readonly supposed: boolean;
  readonly denied: boolean;
  readonly actor: Span | null;
  readonly hasActor: boolean;
  readonly background: boolean;
}

/** State of one walk over a clause. */
export interface Walk {
  from: number;
  group: number;
  theme: number;
  actor: Span | null;
  phrase: boolean;
  future: boolean;
  must: boolean;
  strive: number;
  forbid: number;
  done: boolean;
  sum: boolean;
  doing: boolean;
  supposed: boolean;
  denied: boolean;
  background: boolean;
  modifier: boolean;
  /** A date was the last thing read. */
  dated: boolean;
  loose: Predicate | null;
  marked: Predicate | null;
}
