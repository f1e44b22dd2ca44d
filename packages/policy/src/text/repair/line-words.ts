import { charClass, classOf, isAt } from "../char-class.ts";

/** 。！？ or ：； at the end, closing marks aside: nothing that follows continues the sentence. */
export function endsThought(words: string): boolean {
  if (words === "") return true;
  let at = words.length - 1;
  while (at > 0 && isAt(words, at, charClass.closer | charClass.space)) at -= 1;
  const last = words.charCodeAt(at);
  return (classOf(last) & charClass.thought) !== 0 || (last === 46 && isAt(words, at - 1, charClass.latin));
}

/** 自成一行. Whether words are a note in brackets from end to end, （示例）, which nothing continues. */
export function isBracketed(words: string): boolean {
  if (
    !isAt(words, 0, charClass.opener) ||
    !"（(【〔".includes(words.charAt(0)) ||
    !isAt(words, words.length - 1, charClass.closer)
  )
    return false;
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (isAt(words, at, charClass.opener)) depth += 1;
    else if (isAt(words, at, charClass.closer)) depth -= 1;
    if (depth === 0 && at < words.length - 1) return false;
  }
  return depth === 0;
}

// 2018年7月25日      (2014.2—2018.2)      near miss: 2018年7月25日召开
const dateLine = /^[（(]?(?:19|20)\d\d\s*[年.\-/][\d\s年月日.\-/—–－~～至]*[）)]?$/u;

/** 日期行. Whether a line is nothing but a date or a span of dates: it dates a text and heads nothing. */
export function isDateLine(words: string): boolean {
  return words.length <= 30 && isAt(words, 0, charClass.digit | charClass.opener) && dateLine.test(words);
}

// 发布日期：2018年7月25日      near miss: 时间：2018年7月25日召开
const labelledDate = /^\p{Script=Han}{2,6}[：:]/u;

/** 日期栏. Whether a line is a date with or without a label: nothing continues it. */
export function isDateField(words: string): boolean {
  return words.length <= 36 && isDateLine(words.search(/[：:]/u) < 0 ? words : words.replace(labelledDate, ""));
}

/** 引号相抵. Whether every quotation mark and bracket that opens in the words also closes in them. */
export function quotesBalance(words: string): boolean {
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (isAt(words, at, charClass.opener)) depth += 1;
    else if (isAt(words, at, charClass.closer)) depth -= 1;
  }
  return depth === 0;
}

/** 未闭. Whether a quotation mark or bracket of the words is still open at their end. */
export function leavesOpen(words: string): boolean {
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (isAt(words, at, charClass.opener)) depth += 1;
    else if (isAt(words, at, charClass.closer)) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** 先闭. Whether the words close a quotation mark or bracket that they did not open. */
export function closesFirst(words: string): boolean {
  let depth = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (isAt(words, at, charClass.opener)) depth += 1;
    else if (isAt(words, at, charClass.closer)) depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}

/** Words after which Chinese cannot stop: 的, 和, 第四, 两个, 跨, an open bracket. */
const openEnd =
  /(?:[的和与及或在为是对向将把被从由于属等以至到跨、，,“‘（《—]|共[建同]|第[一二三四五六七八九十\d]+|[一二两三四五六七八九十几\d]+(?:个|项|条|家|种|批|座|大))$/u;

/** Last characters that the pattern may take; any other word can stand at an end. */
const openLasts = new Set(
  Array.from(
    "的和与及或在为是对向将把被从由于属等以至到跨、，,“‘（《—建同一二三四五六七八九十0123456789个项条家种批座大",
    (last) => last.charCodeAt(0),
  ),
);

/** 未了. Whether words cannot end here: something must follow the last of them. */
export function isOpenEnded(words: string): boolean {
  return openLasts.has(words.charCodeAt(words.length - 1)) && openEnd.test(words.length > 8 ? words.slice(-8) : words);
}
