import { charClass, classOf, isAt } from "../char-class.ts";
import { visibleText } from "../lines.ts";
import type { RepairPass } from "./repair-pass.ts";

/** 版面. Marks page numbers and lines of nothing but signs, which belong to the page and not to the text. */
export const furniturePass: RepairPass = {
  name: "furniture",
  apply(text, lines) {
    for (const line of lines) {
      if (line.kind !== "text" || line.settled || line.end - line.start > 60) continue;
      const words = visibleText(text, line);
      const numbers = isPageNumber(words) || (line.hidden.length > 0 && isPageNumber(text.slice(line.start, line.end)));
      if (numbers || isSigns(words)) line.kind = "furniture";
    }
  },
};

const shapes: readonly RegExp[] = [
  // — 12 —    -3-    · 7 ·    ～ 5 ～    3 |    near miss: -5℃
  /^[-—–－_·•~～*|｜\s]+\d{1,4}[-—–－_·•~～*|｜\s]+$|^\d{1,4}\s*[|｜]$|^[|｜]\s*\d{1,4}$/u,
  // 12    near miss: 2014 (may be a year)
  /^\d{1,3}$/u,
  // 第3页 共9页    第 3 页/共 9 页    第三页    near miss: 第3条
  /^[-—–－\s（(【[]*第\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,5})\s*页(?:\s*[,，/／|]?\s*[（(]?共\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,5})\s*页[）)]?)?[-—–－\s）)】\]]*$/u,
  // 共9页 第3页
  /^共\s*\d{1,4}\s*页\s*[,，/／|]?\s*第\s*\d{1,4}\s*页$/u,
  // 3/10    3 / 10    near miss: 2014/3 (a month)
  /^\d{1,3}\s*[/／]\s*\d{1,3}$/u,
  // Page 3 of 10    P.3    p3
  /^(?:page|p)\s*\.?\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/iu,
  // 【3】    [3]    （3）    near miss: （三）防洪
  /^[[【〔]\s*\d{1,4}\s*[\]】〕]$/u,
];

/** 页码. Whether a line is a page number in one of its usual shapes. */
export function isPageNumber(words: string): boolean {
  return words.length <= 24 && /[\d页]/u.test(words) && shapes.some((shape) => shape.test(words));
}

const readable = charClass.han | charClass.digit | charClass.latin | charClass.terminal | charClass.pause;

/** ×    ◆◆◆    * * *    ------    near miss: 。 or ” cut onto a line of its own */
function isSigns(words: string): boolean {
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (classOf(code) & (readable | charClass.opener | charClass.closer)) return false;
    if (words.charAt(at) === "…" || (words.charAt(at) === "—" && words.length <= 2)) return false;
    if (code >= 0x2e80 && !isAt(words, at, charClass.space) && isLetter(words.charAt(at))) return false;
    if (code >= 0xa0 && code < 0x2000 && isLetter(words.charAt(at))) return false;
  }
  return words.length > 0;
}

const isLetter = (character: string): boolean => /[\p{Letter}\p{Number}\ud800-\udfff]/u.test(character);
