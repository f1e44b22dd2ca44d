import { charClass, isAt } from "../text/char-class.ts";
import { readNumeral } from "../text/numeral.ts";
import { type Amount, exact } from "./quantity-amount.ts";
import type { Scan } from "./scan.ts";
import { unitAt } from "./unit-words.ts";

const NUMERAL = charClass.digit | charClass.hanDigit | charClass.hanScale;

/**
 * 词写之数. Amounts in words of their own: 半小时, 一半, 过半, 翻一番 (twofold), 翻两番 (fourfold), 居第3位. Null when the character at
 * `at` begins such words but they are no amount here, undefined when a plain number must be tried.
 */
export function wordedAmount(scan: Scan, at: number): Amount | null | undefined {
  const { text } = scan;
  switch (text.charAt(at)) {
    case "半":
      return halfAt(scan, at);
    case "一":
      return text.charAt(at + 1) === "半" ? half(at, 2) : undefined;
    case "过":
      return text.charAt(at + 1) === "半" && !isAt(text, at - 1, charClass.han & NUMERAL) ? overHalf(scan, at) : null;
    case "翻":
      return doubledAt(scan, at);
    case "第":
      return rankAt(scan, at);
    case "上":
      return isAt(text, at + 1, charClass.hanScale) &&
        !isAt(text, at + 1, charClass.hanDigit) &&
        !"以达之同晚早路海".includes(text.charAt(at - 1) || " ")
        ? undefined
        : null;
    default:
      return undefined;
  }
}

const plain = { over: false, around: false, weak: false } as const;

function half(at: number, length: number): Amount {
  return { ...plain, end: at + length, low: 50, high: 50, unit: "%", kind: "worded", written: "半" };
}

function overHalf({ text, sentence }: Scan, at: number): Amount | null {
  const next = text.charAt(at + 2);
  if (at + 2 > sentence.end || "数天路导途夜径".includes(next || " ")) return null;
  return { ...half(at, 2), over: true };
}

/** 半小时, 半个月, 半数; 半 of 大半, 上半年 and 半导体 is none. */
function halfAt({ text, sentence, lexicon }: Scan, at: number): Amount | null {
  if (at > sentence.start && ("大上下多各前后过一对折参".includes(text.charAt(at - 1)) || isAt(text, at - 1, NUMERAL)))
    return null;
  if (text.charAt(at + 1) === "数") return half(at, 2);
  const start = text.charAt(at + 1) === "个" ? at + 2 : at + 1;
  const month = start === at + 2 && text.charAt(start) === "月";
  const unit = month ? null : unitAt(lexicon, text, { at: start, limit: sentence.end });
  if (!month && unit?.kind !== "time") return null;
  const value = exact(0.5 * (unit?.factor ?? 1));
  const written = unit?.written ?? "月";
  return {
    ...plain,
    end: unit?.end ?? start + 1,
    low: value,
    high: value,
    unit: unit?.unit ?? "月",
    kind: "worded",
    written,
  };
}

/** 翻番, 翻一番, 翻了两番: doubling once is twofold, n times 2 to the n. */
function doubledAt({ text, sentence }: Scan, at: number): Amount | null {
  const start = text.charAt(at + 1) === "了" ? at + 2 : at + 1;
  const numeral = isAt(text, start, NUMERAL) ? readNumeral(text, start, Math.min(sentence.end, start + 4)) : null;
  const end = numeral?.end ?? start;
  if (text.charAt(end) !== "番" || end >= sentence.end) return null;
  const times = 2 ** Math.min(numeral?.value ?? 1, 30);
  return {
    ...plain,
    end: end + 1,
    low: times,
    high: times,
    unit: "倍",
    kind: "worded",
    written: "番",
    direction: { polarity: "up", role: "amount" },
  };
}

/** Words before a rank: 居全国第3位, 列第二位, 升至第五位. */
const ranks = new Set("居列位排升全省市区国界球至为前世国获名业类从由跃");

function rankAt({ text, sentence }: Scan, at: number): Amount | null {
  if (!isAt(text, at + 1, NUMERAL)) return null;
  const numeral = readNumeral(text, at + 1, Math.min(sentence.end, at + 6));
  if (numeral?.value == null) return null;
  const unit = text.charAt(numeral.end);
  if ((unit !== "位" && unit !== "名") || numeral.end >= sentence.end) return null;
  if (at > sentence.start && !ranks.has(text.charAt(at - 1))) return null;
  return {
    ...plain,
    end: numeral.end + 1,
    low: numeral.value,
    high: numeral.value,
    unit: "位",
    kind: "worded",
    written: unit,
  };
}
