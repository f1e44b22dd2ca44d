import { charClass, isAt } from "../char-class.ts";
import { type Line, visibleText } from "../lines.ts";
import type { RepairPass } from "./repair-pass.ts";

/**
 * 目录. Marks the lines of a contents page. A line with dot leader and page number is one wherever at least three follow
 * each other; under a heading 目录 a label, a gap and a page number are enough.
 */
export const contentsPass: RepairPass = {
  name: "contents",
  apply(text, lines) {
    let underHeading = false;
    let run: Line[] = [];
    for (const line of lines) {
      if (line.kind === "blank") continue;
      const shown = visibleText(text, line);
      if (hasLeader(shown) || (underHeading && hasGap(shown))) {
        run.push(line);
        continue;
      }
      settle(run, underHeading);
      run = [];
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

function trailingDigits(line: string): number {
  let at = line.length;
  while (at > 0 && line.length - at < 5 && isAt(line, at - 1, charClass.digit)) at -= 1;
  return line.length - at;
}

const isDot = (code: number): boolean =>
  code === 46 || code === 0x2026 || code === 0xb7 || code === 0xff0e || code === 0x2024;

const isContentsHeading = (line: string): boolean => line.length <= 8 && line.replaceAll(/\s/gu, "") === "目录";
