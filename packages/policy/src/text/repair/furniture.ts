import { charClass, isAt } from "../char-class.ts";
import { visibleText } from "../lines.ts";
import type { RepairPass } from "./repair-pass.ts";

/** 版面. Marks page numbers and lone signs, which belong to the page and not to the text. */
export const furniturePass: RepairPass = {
  name: "furniture",
  apply(text, lines) {
    for (const line of lines) {
      if (line.kind !== "text" || line.end - line.start > 16) continue;
      if (isFurniture(visibleText(text, line))) line.kind = "furniture";
    }
  },
};

// — 12 —    第3页 共9页    ×      near miss: 2014 (may be a year)
const pageNumber = /^(?:[-—–－·\s]+\d{1,4}[-—–－·\s]+|\d{1,3}|第\s*\d+\s*页(?:\s*[,，]?\s*共\s*\d+\s*页)?)$/u;

function isFurniture(line: string): boolean {
  if (line.length === 1) return !isAt(line, 0, charClass.han | charClass.digit | charClass.latin);
  return pageNumber.test(line);
}
