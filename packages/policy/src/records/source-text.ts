import { z } from "zod";
import type { diagnostic, encoding } from "./document-text.ts";
import { cellSpan, offset } from "./document-text.ts";

/** 文件格式. Formats whose text can be taken out of a file. */
export const sourceFormats = ["text", "markdown", "html", "docx", "doc", "wps", "pdf", "ofd", "xlsx", "csv"] as const;
export type SourceFormat = (typeof sourceFormats)[number];

const span = { start: offset, end: offset };

/**
 * 结构标记. What the file itself says of a stretch of its text, where its format says anything: plain text says nothing.
 * - `paragraph`: one paragraph of the file. - `heading`: the same, with its outline level.
 * - `row`: one row of a table; cells in order of column, separated by TAB in the text, line breaks inside a cell written
 *   U+2028, the row closed by LF. `sheet` is the name of the sheet or 表1, 表2 … for tables inside a document.
 * - `page`: extent of a page. - `line`: a printed line with its box on the page, in points from the top left corner.
 * - `furniture`: running head, foot or page number. - `caption`, `note` (脚注), `aside` (text box).
 */
export const sourceMark = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), ...span }),
  z.object({ kind: z.literal("heading"), level: z.int().min(1).max(9), ...span }),
  z.object({ kind: z.literal("row"), sheet: z.string(), row: z.int().positive(), cells: z.array(cellSpan), ...span }),
  z.object({ kind: z.literal("page"), page: z.int().positive(), ...span }),
  z.object({
    kind: z.literal("line"),
    page: z.int().positive(),
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    ...span,
  }),
  z.object({ kind: z.enum(["furniture", "caption", "note", "aside"]), ...span }),
]);
export type SourceMark = z.infer<typeof sourceMark>;

/**
 * 源文. Text of a file as it stands there, before any repair: what the ledger stores and every offset counts in. `marks`
 * are in order of `start`; `encoding` is null where the format has none of its own.
 */
export interface SourceText {
  readonly text: string;
  readonly format: SourceFormat;
  readonly encoding: z.infer<typeof encoding> | null;
  readonly marks: readonly SourceMark[];
  readonly diagnostics: readonly z.infer<typeof diagnostic>[];
}
