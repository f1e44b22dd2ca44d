import { charClass, isAt } from "../char-class.ts";
import { type Line, visibleText } from "../lines.ts";
import type { RepairPass } from "./repair-pass.ts";

/**
 * 目录. Marks the lines of a contents page. A line with dot leader and page number is one wherever at least three follow
 * each other; under a heading 目录 a label with a page number is enough, or a label alone that heads text further down.
 */
export const contentsPass: RepairPass = {
  name: "contents",
  apply(text, lines) {
    let underHeading = false;
    let run: Line[] = [];
    let listed = new Set<string>();
    let printings: ReadonlyMap<string, number> | null = null;
    for (const line of lines) {
      if (line.kind === "blank" || line.kind === "row") continue;
      const shown = visibleText(text, line);
      if (underHeading && /^\d{1,3}$/u.test(shown)) continue;
      if (underHeading) printings ??= printingsOf(text, lines);
      if (hasLeader(shown) || (underHeading && isListed(shown, printings, listed))) {
        run.push(line);
        listed.add(labelOf(shown));
        continue;
      }
      if (run.length > 0) {
        settle(run, underHeading);
        run = [];
        listed = new Set();
      }
      underHeading = isContentsHeading(shown);
      if (underHeading) line.kind = "heading";
    }
    settle(run, underHeading);
  },
};

function settle(run: readonly Line[], underHeading: boolean): void {
  if (run.length < 3 && !underHeading) return;
  for (const line of run) line.kind = "contents";
}

/** With a page number, or a label that is printed again further down; where it is, the contents page has ended. */
function isListed(shown: string, printings: ReadonlyMap<string, number> | null, listed: ReadonlySet<string>): boolean {
  if (hasGap(shown) || endsWithPage(shown)) return true;
  if (shown.length > 50) return false;
  const label = labelOf(shown);
  return !listed.has(label) && (printings?.get(label) ?? 0) >= 2;
}

// 第一章 总则 ........ 3      第一章 总则\t3
//             ^^^^^^^^^^             ^^     near miss: 增长率 3 (one space)
function hasLeader(line: string): boolean {
  const digits = trailingDigits(line);
  if (digits === 0) return false;
  let at = line.length - digits - 1;
  let dots = 0;
  while (at >= 0 && (isAt(line, at, charClass.space) || isDot(line.charCodeAt(at)))) {
    if (isDot(line.charCodeAt(at))) dots += line.charAt(at) === "…" ? 3 : 1;
    at -= 1;
  }
  return dots >= 3;
}

function hasGap(line: string): boolean {
  const digits = trailingDigits(line);
  const gap = line.slice(0, line.length - digits);
  return digits > 0 && line.length <= 60 && (gap.endsWith("\t") || gap.endsWith("  ") || gap.endsWith("\u3000"));
}

// 第一章 总则 3      一、防洪 (12)      near miss: 总投资3亿元。
const pageAtEnd = /^\S.{0,48}?[\s(（]\d{1,3}[)）]?$/u;

const endsWithPage = (line: string): boolean => line.length <= 56 && pageAtEnd.test(line);

/** How often each short line is printed, spaces, leaders and page numbers aside: a label stands again over its text. */
function printingsOf(text: string, lines: readonly Line[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    if (line.kind === "blank" || line.end - line.start > 60) continue;
    const label = labelOf(visibleText(text, line));
    if (label !== "") counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return counts;
}

function labelOf(line: string): string {
  const words = /\s/u.test(line) ? line.replaceAll(/\s+/gu, "") : line;
  const mayEndWithPage = isAt(words, words.length - 1, charClass.digit | charClass.closer);
  return mayEndWithPage ? words.replace(/[.…·．]*[(（]?\d{1,4}[)）]?$/u, "") : words;
}

function trailingDigits(line: string): number {
  let at = line.length;
  while (at > 0 && line.length - at < 5 && isAt(line, at - 1, charClass.digit)) at -= 1;
  return line.length - at;
}

const isDot = (code: number): boolean =>
  code === 46 || code === 0x2026 || code === 0xb7 || code === 0xff0e || code === 0x2024 || code === 0x5f;

const isContentsHeading = (line: string): boolean =>
  line.length <= 8 && line.includes("目") && /^(?:目录|目次)$/u.test(line.replaceAll(/\s/gu, ""));
