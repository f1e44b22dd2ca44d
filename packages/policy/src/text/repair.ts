import type { ParagraphKind } from "../records/document-text.ts";
import type { SourceMark } from "../records/source-text.ts";
import { type Line, splitLines } from "./lines.ts";
import { asidePass } from "./repair/aside.ts";
import { bylinePass } from "./repair/byline.ts";
import { captionPass } from "./repair/caption.ts";
import { commentPass } from "./repair/comment.ts";
import { contentsPass } from "./repair/contents.ts";
import { type CopyMap, copiesIn } from "./repair/copies.ts";
import { entryPass } from "./repair/entry.ts";
import { furniturePass } from "./repair/furniture.ts";
import { geometryPass } from "./repair/geometry.ts";
import { gutterPass } from "./repair/gutter.ts";
import { headingPass } from "./repair/heading.ts";
import { usageOf } from "./repair/joint.ts";
import { markPass } from "./repair/mark.ts";
import { orderPass } from "./repair/order.ts";
import type { RepairPass } from "./repair/repair-pass.ts";
import { runningHeadPass } from "./repair/running-head.ts";
import { spacingPass } from "./repair/spacing.ts";
import { strayPass } from "./repair/stray.ts";
import { placeMarks } from "./repair/structure.ts";
import { type Current, currentOf, wrapPass } from "./repair/wrap.ts";
import type { Span } from "./span.ts";
import { type View, viewOf } from "./view.ts";

/** The passes that put lines in order and tell text from page, in order. A new one is a file in `repair/` and a row here. */
const pagePasses: readonly RepairPass[] = [
  markPass,
  strayPass,
  contentsPass,
  furniturePass,
  runningHeadPass,
  geometryPass,
  gutterPass,
  orderPass,
];

/** The passes that judge lines in reading order, in order. A new one is a file in `repair/` and a row here. */
const linePasses: readonly RepairPass[] = [
  entryPass,
  captionPass,
  bylinePass,
  headingPass,
  wrapPass,
  spacingPass,
  asidePass,
  commentPass,
];

/** 表行标. What the file says of a row of a table. */
export type RowMark = Extract<SourceMark, { kind: "row" }>;

/**
 * 段. A paragraph of the repaired text: one line or several joined. `marker` is the dated mark of an entry, `row` what the
 * file says of a row of a table.
 */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly marker: Span | null;
  readonly row: RowMark | null;
}

/**
 * 修复文. The readable view of a text and its paragraphs, offsets in the view; `view` leads back to the stored text.
 * `lines` are its lines in reading order as they were judged, `copies` what is printed twice, `pages` the pages of the
 * file in order.
 */
export interface Repaired {
  readonly view: View;
  readonly paragraphs: readonly Paragraph[];
  readonly lines: readonly Line[];
  readonly copies: CopyMap | null;
  readonly pages: readonly PageSpan[];
}

/** 页. Extent of a page in the stored text. */
export interface PageSpan extends Span {
  readonly page: number;
}

/**
 * 修复. Joins what layout broke, puts into order what it shuffled and marks what is no prose or is printed twice. Nothing
 * is deleted: every character of the stored text is in the view or hidden in a line. An empty text has no paragraphs.
 * Linear; never throws.
 */
export function repair(text: string, marks: readonly SourceMark[] = []): Repaired {
  const lines = splitLines(text);
  placeMarks(text, lines, marks);
  const usage = usageOf(text);
  for (const pass of pagePasses) pass.apply(text, lines, usage);
  const copies = copiesIn(text, lines);
  for (const pass of linePasses) pass.apply(text, lines, usage);
  const groups = grouped(lines);
  const view = viewOf(text, groups);
  const pages = marks.flatMap((mark) => (mark.kind === "page" ? [mark] : []));
  return { view, paragraphs: groups.map((group, index) => paragraphOf(group, view, index)), lines, copies, pages };
}

/** Lines of each paragraph in order. What stands inside a joined paragraph becomes a paragraph of its own after it. */
function grouped(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  const open: Partial<Record<Current, Line[]>> = {};
  for (const line of lines) {
    if (line.kind === "blank") continue;
    const current = currentOf(line);
    const group = line.joins ? open[current] : undefined;
    if (group) {
      group.push(line);
      continue;
    }
    const fresh = [line];
    groups.push(fresh);
    open[current] = fresh;
  }
  return groups;
}

const kinds = {
  text: "prose",
  heading: "heading",
  entry: "entry",
  contents: "contents",
  furniture: "furniture",
  blank: "furniture",
  row: "row",
  caption: "caption",
  aside: "aside",
  comment: "comment",
} as const satisfies Record<Line["kind"], ParagraphKind>;

function paragraphOf(group: readonly Line[], view: View, index: number): Paragraph {
  const span = view.groups[index] ?? { start: 0, end: 0 };
  const first = group[0];
  if (!first) return { ...span, kind: "furniture", level: 0, marker: null, row: null };
  const marker = first.marker ? { start: span.start, end: shownUntil(view, span, first.marker.end) } : null;
  const row = first.mark?.kind === "row" ? first.mark : null;
  return { ...span, kind: kinds[first.kind], level: first.level, marker, row };
}

/** Position in the view of the first character of a paragraph that stands at or after a raw offset. */
function shownUntil(view: View, paragraph: Span, rawEnd: number): number {
  let at = paragraph.start;
  while (at < paragraph.end && (view.raw[at] ?? rawEnd) < rawEnd) at += 1;
  return at;
}
