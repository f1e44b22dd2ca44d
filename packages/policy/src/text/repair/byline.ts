import { fold, foldedCode } from "../fold.ts";
import { type Line, visibleText } from "../lines.ts";
import { endsThought } from "./line-words.ts";
import { anyOf, pieceCues } from "./piece-cues.ts";
import type { RepairPass } from "./repair-pass.ts";

/** Rank of a heading that has neither number nor rank of the file. */
const BARE = 9;
const LONGEST_TITLE = 30;

/**
 * 署名. Marks the lines that begin a piece of its own: a short line with a by-line under it becomes its heading, the by-line
 * an aside (a reporter's) or a comment (a commentator's, or a name alone), and a cue of a side piece or comment (相关链接,
 * 短评) a heading. Names of the page's staff are an aside by themselves. `piece.ts` says how far the piece goes.
 */
export const bylinePass: RepairPass = {
  name: "byline",
  apply(text, lines) {
    const shown: Line[] = [];
    for (const line of lines) if (line.kind !== "blank" && line.kind !== "furniture") shown.push(line);
    for (const [index, line] of shown.entries()) {
      if (line.kind !== "text" || line.settled || line.end - line.start > 60) continue;
      const mayBeCue = firsts.has(foldedCode(visibleText(text, line).charCodeAt(0)));
      if (!mayBeCue && !isTitled(text, shown, index)) continue;
      const words = fold(visibleText(text, line)).trim();
      if (cue.test(words) && words.length <= LONGEST_TITLE && !endsThought(words)) head(line);
      else if (staff.test(words)) credit(line, "aside");
      else if (isTitled(text, shown, index)) byName(line, shown[index - 1], words);
    }
  },
};

// 相关链接      短评｜水价改革      near miss: 链接两岸的大桥通车
const cue = new RegExp(
  String.raw`^[【\[■●◆▶]?\s?${anyOf([...pieceCues.aside, ...pieceCues.comment])}\s?(?:[】\]]|$|[：:|｜丨┃·—].+)`,
  "u",
);

/** Characters that a cue or a credit of the staff may begin with. */
const firsts = new Set(
  Array.from(
    `【[■●◆▶（( \t\u00a0\u3000${[...pieceCues.aside, ...pieceCues.comment, ...pieceCues.staff].join("")}`,
    (first) => first.charCodeAt(0),
  ),
);

// 责任编辑：某某      本版撰文 某某 某某      near miss: 编辑部设在市区
const staff = new RegExp(
  String.raw`^[（(]?${anyOf(pieceCues.staff)}(?:[：:/]\s*|\s+)[\p{Script=Han}\s、：:/]{2,30}[)）]?$`,
  "u",
);

// 本报记者 甲 乙      新华社记者甲乙 丙丁      near miss: 本报记者从市水务局获悉
const named = String.raw`(?:\s*\p{Script=Han}(?:\s{0,2}\p{Script=Han}){1,3})(?:[\s、]+\p{Script=Han}{2,4}){0,3}`;
const reporter = new RegExp(
  String.raw`^[（(]?[\p{Script=Han}]{0,10}${anyOf(pieceCues.reporter)}[：:]?${named}[)）]?$`,
  "u",
);
const commentator = new RegExp(
  String.raw`^\p{Script=Han}{0,8}${anyOf(pieceCues.commentator)}(?:[：:]?${named})?$`,
  "u",
);

// 甲  乙      作者：甲乙丙      near miss: 供水 (no space)
const author = /^(?:\p{Script=Han}[\s\u3000]{1,3}\p{Script=Han}|(?:作者|文)[：:/／]\s?\p{Script=Han}{2,4})$/u;

function byName(line: Line, title: Line | undefined, words: string): void {
  const kind = reporter.test(words) ? "aside" : commentator.test(words) || author.test(words) ? "comment" : null;
  if (kind === null || !title) return;
  if (title.kind === "text") head(title);
  credit(line, kind);
}

/** Whether the line before is short and begins something: the one before that ended its thought or is no text. */
function isTitled(text: string, shown: readonly Line[], index: number): boolean {
  const title = shown[index - 1];
  if (!title || title.settled || title.end - title.start > LONGEST_TITLE) return false;
  if (title.kind === "heading") return true;
  if (title.kind !== "text" || /[。；：，]$/u.test(visibleText(text, title))) return false;
  const before = shown[index - 2];
  return !before || (before.kind !== "text" && before.kind !== "entry") || endsThought(visibleText(text, before));
}

function head(line: Line): void {
  line.kind = "heading";
  line.level = BARE;
  line.begins = true;
}

function credit(line: Line, kind: "aside" | "comment"): void {
  line.kind = kind;
  line.begins = true;
  line.settled = true;
}
