import { markPieces } from "./piece.ts";
import { pieceCues } from "./piece-cues.ts";
import type { RepairPass } from "./repair-pass.ts";

/** 评论. Marks comments: under a cue such as 短评 or 记者手记, or with the by-line of a commentator. */
export const commentPass: RepairPass = {
  name: "comment",
  apply(text, lines) {
    markPieces(text, lines, { kind: "comment", cues: pieceCues.comment, notes: [] });
  },
};
