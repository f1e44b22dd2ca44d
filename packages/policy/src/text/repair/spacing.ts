import { charClass, classOf } from "../char-class.ts";
import { hide, type Line } from "../lines.ts";
import type { RepairPass } from "./repair-pass.ts";
import type { Span } from "../span.ts";

/**
 * 空格. Hides the stray spaces that typesetting puts between figures and Han characters: 2014 年 7 月, 等 12 个. A space
 * after 日, after the marker of an entry and between two Han characters separates words and stays.
 */
export const spacingPass: RepairPass = {
  name: "spacing",
  apply(text, lines) {
    for (const line of lines) {
      if (line.kind === "blank" || line.kind === "contents" || line.kind === "furniture") continue;
      hideSpaces(text, line);
    }
  },
};

function hideSpaces(text: string, line: Line): void {
  const found: Span[] = [];
  const spaced = isLetterSpaced(text, line);
  for (let at = line.start; at < line.end; at += 1) {
    if (!(classOf(text.charCodeAt(at)) & charClass.space)) continue;
    let end = at + 1;
    while (end < line.end && classOf(text.charCodeAt(end)) & charClass.space) end += 1;
    if (spaced || isStray(text, line, { start: at, end })) found.push({ start: at, end });
    at = end;
  }
  hide(line, found);
}

/** A line set wide, one space after almost every character, has no spaces between words. */
function isLetterSpaced(text: string, line: Line): boolean {
  let spaces = 0;
  for (let at = line.start + 1; at < line.end - 1; at += 1) {
    const single =
      classOf(text.charCodeAt(at)) & charClass.space && !(classOf(text.charCodeAt(at + 1)) & charClass.space);
    if (single) spaces += 1;
  }
  return spaces >= 4 && spaces >= (line.end - line.start) * 0.28;
}

function isStray(text: string, line: Line, { start, end }: Span): boolean {
  if (end - start > 2 || (line.marker && start === line.marker.end)) return false;
  const before = classOf(text.charCodeAt(start - 1));
  const after = classOf(text.charCodeAt(end));
  if (before & charClass.digit) return (after & charClass.han) !== 0 || text.charAt(end) === "%";
  if (!(before & charClass.han) || !(after & charClass.digit)) return false;
  return !"日号".includes(text.charAt(start - 1));
}
