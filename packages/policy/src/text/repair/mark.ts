import { charClass } from "../char-class.ts";
import { hide, type Line } from "../lines.ts";
import type { Span } from "../span.ts";
import type { RepairPass } from "./repair-pass.ts";

/** Marks of emphasis and layout that converters leave in plain text; each is hidden, never read. */
const marks = ["**", "__", "<b>", "</b>", "<strong>", "</strong>", "||", "<br>", "<br/>"] as const;
const firsts = new Set(marks.map((mark) => mark.charCodeAt(0)));
/** Characters that a bullet may be. */
const bullets = new Set(Array.from("●•▪■◆○·-*", (sign) => sign.charCodeAt(0)));

/** 标记. Hides markdown and HTML emphasis and the # of headings, and gives a # heading its level. */
export const markPass: RepairPass = {
  name: "mark",
  apply(text, lines) {
    for (const line of lines) {
      if (line.kind === "blank") continue;
      if (bullets.has(text.charCodeAt(line.start))) hideBullet(text, line);
      if (!(line.bits & charClass.hideable)) continue;
      hideHash(text, line);
      hideEmphasis(text, line);
    }
  },
};

// ## 3月
// ^^^      near miss: #3 (no space follows)
function hideHash(text: string, line: Line): void {
  let at = line.start;
  while (at < line.end && text.charCodeAt(at) === 35) at += 1;
  const level = at - line.start;
  if (level === 0 || level > 6 || text.charCodeAt(at) !== 32) return;
  while (text.charCodeAt(at) === 32) at += 1;
  hide(line, [{ start: line.start, end: at }]);
  line.kind = "heading";
  line.level = level;
}

// ● 3月5日 召开会议      - **3月5日** 召开会议      near miss: -5℃
const bullet = /^(?:[●•▪■◆○·]\s*|[-*]\s+)/u;

function hideBullet(text: string, line: Line): void {
  const found = bullet.exec(text.slice(line.start, Math.min(line.end, line.start + 8)));
  if (!found || line.kind !== "text") return;
  hide(line, [{ start: line.start, end: line.start + found[0].length }]);
  line.begins = true;
}

function hideEmphasis(text: string, line: Line): void {
  const found: Span[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    if (!firsts.has(text.charCodeAt(at))) continue;
    const mark = marks.find((candidate) => text.startsWith(candidate, at));
    if (!mark) continue;
    found.push(withSpaces(text, line, { start: at, end: at + mark.length }));
    at += mark.length - 1;
  }
  hide(line, found);
}

/** A table bar takes the space beside it along: `|| 目录 ||`. */
function withSpaces(text: string, line: Line, mark: Span): Span {
  if (text.charAt(mark.start) !== "|") return mark;
  let { start, end } = mark;
  while (end < line.end && text.charCodeAt(end) === 32) end += 1;
  while (start > line.start && text.charCodeAt(start - 1) === 32) start -= 1;
  return { start, end };
}
