import { z } from "zod";
import { piece } from "./document-text.ts";

/** 修复类别. What repair can do to a stretch of a text. */
export const repairKind = z.enum(["joined", "hidden", "moved", "copy", "furniture", "contents"]);
export type RepairKind = z.infer<typeof repairKind>;

/**
 * 修复记录. One thing that repair did to the stored text, offsets raw.
 * - `joined`: a line break inside a paragraph was closed; where the two lines do not stand side by side, the later line
 *   with the earlier one in `of`.
 * - `hidden`: marks, stray signs or spaces that are not read.
 * - `moved`: lines read elsewhere than they stand; `of` is the line after which they are read.
 * - `copy`: a passage printed before; `of` is its first printing.
 * - `furniture`, `contents`: page numbers, running heads and lines of a contents page, kept and shown but not searched.
 * `of` is null where there is no other place.
 */
export const repairNote = z.object({
  kind: repairKind,
  start: piece.shape.start,
  end: piece.shape.end,
  of: piece.nullable(),
});
export type RepairNote = z.infer<typeof repairNote>;
