import type { ParagraphKind } from "../records/document-text.ts";
import type { SourceMark } from "../records/source-text.ts";
import { type Line, splitLines } from "./lines.ts";
import { contentsPass } from "./repair/contents.ts";
import { entryPass } from "./repair/entry.ts";
import { furniturePass } from "./repair/furniture.ts";
import { headingPass } from "./repair/heading.ts";
import { markPass } from "./repair/mark.ts";
import type { RepairPass } from "./repair/repair-pass.ts";
import { spacingPass } from "./repair/spacing.ts";
import { wrapPass } from "./repair/wrap.ts";
import type { Span } from "./span.ts";
import { type View, viewOf } from "./view.ts";

/** The passes, in order. A new repair is a file in `repair/` and a row here. */
const passes: readonly RepairPass[] = [
  markPass,
  contentsPass,
  furniturePass,
  entryPass,
  headingPass,
  wrapPass,
  spacingPass,
];

/** 段. A paragraph of the repaired text: one line or several joined. `marker` is the dated mark of an entry. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
  readonly level: number;
  readonly marker: Span | null;
}

/** 修复文. The readable view of a text and its paragraphs, offsets in the view; `view` leads back to the stored text. */
export interface Repaired {
  readonly view: View;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * 修复. Joins what layout broke and marks what is no prose. Nothing is deleted: every character of the stored text is in
 * the view or lies between two neighbours of the view. An empty text has no paragraphs. Linear; never throws.
 */
export function repair(text: string, _marks: readonly SourceMark[] = []): Repaired {
  const lines = splitLines(text);
  for (const pass of passes) pass.apply(text, lines);
  const groups = grouped(lines);
  const view = viewOf(text, groups);
  return { view, paragraphs: groups.map((group, index) => paragraphOf(group, view, index)) };
}

/** Lines of each paragraph in order. Furniture inside a joined paragraph becomes a paragraph of its own after it. */
function grouped(lines: readonly Line[]): readonly (readonly Line[])[] {
  const groups: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (line.kind === "blank") continue;
    if (line.joins && open) {
      open.push(line);
      continue;
    }
    const group = [line];
    groups.push(group);
    if (line.kind !== "furniture") open = group;
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
} as const;

function paragraphOf(group: readonly Line[], view: View, index: number): Paragraph {
  const span = view.groups[index] ?? { start: 0, end: 0 };
  const first = group[0];
  if (!first) return { ...span, kind: "furniture", level: 0, marker: null };
  const marker = first.marker ? { start: span.start, end: shownUntil(view, span, first.marker.end) } : null;
  return { ...span, kind: kinds[first.kind], level: first.level, marker };
}

/** Position in the view of the first character of a paragraph that stands at or after a raw offset. */
function shownUntil(view: View, paragraph: Span, rawEnd: number): number {
  let at = paragraph.start;
  while (at < paragraph.end && (view.raw[at] ?? rawEnd) < rawEnd) at += 1;
  return at;
}
