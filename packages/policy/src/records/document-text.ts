import { z } from "zod";

/** 偏移. Position in the decoded text exactly as stored, in UTF-16 code units, counted from 0. */
export const offset = z.int().nonnegative();

/** 日. Calendar day `YYYY-MM-DD`; a day that does not exist is refused. */
export const day = z.iso.date();

/** 编码. How the bytes of a file were decoded. */
export const encoding = z.enum(["utf-8", "utf-16le", "utf-16be", "gb18030"]);
export type Encoding = z.infer<typeof encoding>;

/** 诊断. Something a person should know about a text; a value, never thrown. `code` is stable, `message` free. */
export const diagnostic = z.object({
  code: z.string(),
  severity: z.enum(["note", "warning", "error"]),
  message: z.string(),
  start: offset,
  end: offset,
});
export type Diagnostic = z.infer<typeof diagnostic>;

/** 片段. Part of a sentence: its address, raw offsets and the raw text between them. */
export const textSpan = z.object({
  address: z.string(),
  start: offset,
  end: offset,
  text: z.string(),
});
export type TextSpan = z.infer<typeof textSpan>;

/** 标题. Heading above a sentence; `level` 1 is the outermost. */
export const heading = z.object({
  level: z.int().positive(),
  text: z.string(),
  start: offset,
  end: offset,
});
export type Heading = z.infer<typeof heading>;

/**
 * 段落类别. What a paragraph is: prose, a heading, a dated chronicle entry (条目), a line of a contents page (目录),
 * furniture (页码 and the like), a row of a table (表行), a caption (图题), a side piece (链接, box) or a comment (评论).
 * Contents and furniture are kept and addressed but not searched.
 */
export const paragraphKind = z.enum([
  "prose",
  "heading",
  "entry",
  "contents",
  "furniture",
  "row",
  "caption",
  "aside",
  "comment",
]);
export type ParagraphKind = z.infer<typeof paragraphKind>;

/** 片. A stretch of the stored text. */
export const piece = z.object({ start: offset, end: offset });
export type Piece = z.infer<typeof piece>;

/** 单元格. Address of a cell (`B3`) and where its words stand in the stored text; an empty cell has `start === end`. */
export const cellSpan = z.object({ cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/u), start: offset, end: offset });
export type CellSpan = z.infer<typeof cellSpan>;

/**
 * 句. Unit of reference with a stable address: `p12.s3` is the third sentence of the twelfth paragraph.
 * `start`/`end` bound `raw` in the stored text; `text` is the repaired reading of it, marks and line breaks removed.
 * - `pieces`: where the page tore the sentence apart, its parts in reading order; empty when `raw` is one run of it.
 * - `copyOf`: address of the sentence that this one prints a second time; null otherwise.
 * - `page`: page of the file it begins on; null where the format has no pages.
 * - `sheet`, `cells`: for a row of a table its sheet and the cells it holds, left to right; null and empty otherwise.
 */
export const sentence = z.object({
  address: z.string(),
  paragraph: z.int().positive(),
  ordinal: z.int().positive(),
  kind: paragraphKind,
  start: offset,
  end: offset,
  raw: z.string(),
  text: z.string(),
  headings: z.array(heading),
  pieces: z.array(piece),
  copyOf: z.string().nullable(),
  page: z.int().positive().nullable(),
  sheet: z.string().nullable(),
  cells: z.array(cellSpan),
});
export type Sentence = z.infer<typeof sentence>;

/** 版头要素. One fact read from the head of a document, with the place it was read from. */
export const profileFact = z.object({ value: z.string(), start: offset, end: offset });
export type ProfileFact = z.infer<typeof profileFact>;

/**
 * 文件概况. What the head of a document says about itself (GB/T 9704-2012): title, issuer, document number, date.
 * `coverage` is the span of time a title names in brackets, such as 2014.2—2018.2. Null where the head says nothing.
 */
export const profile = z.object({
  title: profileFact.nullable(),
  issuer: profileFact.nullable(),
  number: profileFact.nullable(),
  date: profileFact.nullable(),
  coverage: z.object({ from: z.string(), to: z.string(), start: offset, end: offset }).nullable(),
});
export type Profile = z.infer<typeof profile>;
