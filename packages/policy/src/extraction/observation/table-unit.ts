import type { Lexicon } from "../../mention/lexicon.ts";
import { unitAt } from "../../mention/unit-words.ts";

/** 单元格单位. Normal unit of the figures of a column or row, and how many of it one of them is. */
export interface CellUnit {
  readonly unit: string;
  readonly factor: number;
}

const scales: Readonly<Record<string, number>> = { 十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 亿: 1e8 };

/** 括注单位. The unit that a head writes in brackets or after 单位：: 产值（亿元）, 单位：万人. Null when it writes none. */
export function unitIn(words: string, lexicon: Lexicon): CellUnit | null {
  const bracket = /[（(]([^（）()]+)[)）]$/u.exec(words)?.[1];
  const labelled = /单位[:：]\s*([^\s，。；）)]+)/u.exec(words)?.[1];
  return (bracket && unitOf(bracket, lexicon)) || (labelled && unitOf(labelled, lexicon)) || null;
}

/** 单位. The unit that words are, scale words and all: 亿元, 万标箱, 微克/立方米, 万件; null when they are none. */
export function unitOf(words: string, lexicon: Lexicon): CellUnit | null {
  let at = 0;
  let factor = 1;
  while (at < words.length - 1 && scales[words.charAt(at)] !== undefined) {
    factor *= scales[words.charAt(at)] ?? 1;
    at += 1;
  }
  const unit = unitAt(lexicon, words, { at, limit: words.length });
  return unit && unit.end === words.length ? { unit: unit.unit, factor: factor * unit.factor } : null;
}
