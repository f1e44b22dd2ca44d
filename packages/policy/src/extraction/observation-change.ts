import type { ReadChange } from "../records/reading-fields.ts";
import type { QuantityMention } from "../records/mention.ts";
import type { Located } from "../mention/scan.ts";
import type { Span } from "../text/span.ts";
import type { Figure } from "./figure.ts";
import { mentionsFrom } from "./reading-matter.ts";

/** 所述变化. A change stated right after a level, and where its words end (in the view). */
export interface StatedChange {
  readonly change: ReadChange;
  readonly end: number;
}

// 56微克/立方米，同比下降15.2%      near miss: 473家，其中新增20家 (no comparison)
const comparison =
  /^[，,]?(?:[（(])?(?:同比|环比|比(?:上年|去年|上一年|[^，。；]{2,10}?年)|较(?:上年|去年|[^，。；]{2,10}?年)|与[^，。；]{2,16}?相比)/u;

// 102.3亿元，增长6.8%      near miss: 12座，新增湿地40公顷 (something else is counted)
const bareChange = /^[，,、](?=(?:增长|下降|上升|减少|增加|提高|降低|回落)了?(?:约|近|超过|超)?\d)/u;

/** How far after a level its change may end. */
const REACH = 40;

/**
 * 找变化. The change that belongs to a level: a comparison word right after it and the amount of a rise or fall. Null when
 * the level stands alone; a rate of growth without a level is a figure of its own and repeats itself as its change.
 */
export function changeAfter(figure: Figure): StatedChange | null {
  const { passage, quantity: level } = figure;
  const { text, sentence } = passage.scan;
  const after = text.slice(level.end, Math.min(sentence.end, level.end + REACH));
  const found = comparison.exec(after) ?? bareChange.exec(after);
  if (!found || level.mention.role === "amount") return level.mention.role === "amount" ? ownChange(figure) : null;
  const near = mentionsFrom(figure.quantities, { start: level.end + found[0].length, end: level.end + REACH });
  const amount = near.find(({ mention }) => mention.role === "amount");
  return amount ? { change: changeOf(figure, amount, { start: level.end, end: amount.start }), end: amount.end } : null;
}

function ownChange(figure: Figure): StatedChange | null {
  const { passage, quantity: amount } = figure;
  if (amount.mention.unit !== "%" && amount.mention.unit !== "pp" && amount.mention.unit !== "倍") return null;
  const start = Math.max(passage.scan.sentence.start, amount.start - REACH);
  return { change: changeOf(figure, amount, { start, end: amount.start }), end: amount.end };
}

function changeOf({ passage, dates }: Figure, { mention }: Located<QuantityMention>, words: Span): ReadChange {
  const base = mentionsFrom(dates, words).find(
    ({ start, end }) => end <= words.end && isBase(passage.scan.text, start),
  );
  return {
    direction: mention.polarity === "down" ? "down" : "up",
    amount: mention.value ?? mention.low,
    unit: mention.unit,
    comparator: mention.comparator,
    basePeriod: base ? { start: base.mention.dateStart, end: base.mention.dateEnd } : null,
  };
}

const isBase = (text: string, at: number): boolean => "比较与".includes(text.charAt(at - 1) || " ");
