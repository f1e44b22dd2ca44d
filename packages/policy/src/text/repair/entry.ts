import { charClass, isAt } from "../char-class.ts";
import { fold } from "../fold.ts";
import type { Line } from "../lines.ts";
import type { RepairPass } from "./repair-pass.ts";

/**
 * 条目. Marks the lines that open an entry of a chronicle: a date, a day range or a word such as 同日 and 本月 at the
 * beginning of the line, set off from what follows by a space, a tab, a colon or the end of bold type.
 */
export const entryPass: RepairPass = {
  name: "entry",
  apply(text, lines) {
    for (const line of lines) {
      if (line.kind !== "text") continue;
      const end = markerEnd(text, line);
      if (end === null) continue;
      line.kind = "entry";
      line.begins = true;
      line.marker = { start: firstVisible(line), end };
    }
  },
};

// **2月25日—26日** 某市召开会议      同日 某市召开会议      near miss: 2月26日，某市召开会议
//   ^^^^^^^^^^^                   ^^
const number = String.raw`(?:\d{1,2}|[一二三四五六七八九十]{1,3})`;
const day = String.raw`${number}\s?[日号]`;
const until = String.raw`\s?[—–－\-~～至到]{1,2}\s?`;
const marker = new RegExp(
  String.raw`^(?:(?:19|20)\d\d([-./])\d{1,2}\1\d{1,2}|(?:(?:19|20)\d\d\s?年\s?)?${number}\s?月(?:\s?${day}(?:${until}(?:${number}\s?月\s?)?${day})?|(?:上|中|下)旬|初|底|末)?|${day}(?:${until}${day})?|[同当是]日|[本同当是]月|[本同当是]年|月[初底]|(?:上|中|下)旬|[春夏秋冬]季|年[初底内])`,
  "u",
);

function markerEnd(text: string, line: Line): number | null {
  const start = firstVisible(line);
  const found = marker.exec(fold(text.slice(start, Math.min(line.end, start + 32))));
  if (!found) return null;
  const end = start + found[0].length;
  const emphasised = line.hidden.some((part) => part.start === end);
  const apart = isAt(text, end, charClass.space) && end < line.end;
  const colon = "：:".includes(text.charAt(end) || " ") && !isAt(text, end + 1, charClass.digit);
  return emphasised || apart || colon ? end : null;
}

function firstVisible(line: Line): number {
  let at = line.start;
  for (const part of line.hidden) if (part.start === at) at = part.end;
  return at;
}
