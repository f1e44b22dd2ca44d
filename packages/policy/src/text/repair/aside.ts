import { markPieces } from "./piece.ts";
import { pieceCues } from "./piece-cues.ts";
import type { RepairPass } from "./repair-pass.ts";

/** 旁文. Marks side pieces (相关链接, 新闻背景, a report with its own heading and by-line) and editors' notes (编者按). */
export const asidePass: RepairPass = {
  name: "aside",
  apply(text, lines) {
    markPieces(text, lines, { kind: "aside", cues: pieceCues.aside, notes: pieceCues.note });
  },
};
