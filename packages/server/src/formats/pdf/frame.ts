import type { Glyph, PageContent } from "./content.ts";
import type { Rule } from "./rules.ts";

/** 置字. A glyph in the frame of its direction of writing: it runs from `from` to `to` on the baseline `base`. */
export interface PlacedGlyph {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly base: number;
  readonly size: number;
}

/**
 * 书向. What is written in one direction, turned so that it reads from left to right and its lines follow each other
 * downwards: vertical columns from the right become lines from the top. Origin is the top left corner of the turned page.
 */
export interface Frame {
  /** Degrees, clockwise, by which the writing is turned; 90 for vertical columns too. */
  readonly angle: number;
  readonly glyphs: readonly PlacedGlyph[];
  readonly rules: readonly Rule[];
}

/** 定书向. Frames of a page, that of most glyphs first; a page without glyphs has none. */
export function framesOf({ glyphs, rules }: PageContent, page: { width: number; height: number }): readonly Frame[] {
  const byAngle = new Map<number, Glyph[]>();
  let angle = 0;
  for (const glyph of glyphs) {
    if (Math.hypot(glyph.dx, glyph.dy) > glyph.size * 0.01) angle = angleOf(glyph);
    const group = byAngle.get(angle);
    if (group) group.push(glyph);
    else byAngle.set(angle, [glyph]);
  }
  const frames = [...byAngle].toSorted(([, a], [, b]) => b.length - a.length);
  return frames.map(([turned, group]) => frameOf(turned, { glyphs: group, rules }, page));
}

/** Direction of writing in steps of five degrees, clockwise from the right. */
function angleOf({ dx, dy }: Glyph): number {
  return (Math.round((Math.atan2(dy, dx) * 180) / Math.PI / 5) * 5 + 360) % 360;
}

function frameOf(
  angle: number,
  { glyphs, rules }: { readonly glyphs: readonly Glyph[]; readonly rules: readonly Rule[] },
  { width, height }: { width: number; height: number },
): Frame {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const along = (x: number, y: number): number => x * cos + y * sin;
  const across = (x: number, y: number): number => y * cos - x * sin;
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ] as const;
  const left = Math.min(...corners.map(([x, y]) => along(x, y)));
  const top = Math.min(...corners.map(([x, y]) => across(x, y)));
  const placed = glyphs.map(({ text, x, y, dx, dy, size }): PlacedGlyph => {
    const from = along(x, y) - left;
    return { text, from, to: from + Math.max(0, along(dx, dy)), base: across(x, y) - top, size };
  });
  const isRight = angle % 90 === 0;
  return {
    angle,
    glyphs: placed,
    rules: isRight ? rules.map((rule) => turned(rule, { along, across, left, top })) : [],
  };
}

interface Turn {
  readonly along: (x: number, y: number) => number;
  readonly across: (x: number, y: number) => number;
  readonly left: number;
  readonly top: number;
}

function turned({ isHorizontal, at, from, to }: Rule, { along, across, left, top }: Turn): Rule {
  const [a, b] = isHorizontal ? [[from, at] as const, [to, at] as const] : [[at, from] as const, [at, to] as const];
  const [u1, u2] = [along(...a) - left, along(...b) - left];
  const [v1, v2] = [across(...a) - top, across(...b) - top];
  if (Math.abs(u1 - u2) > Math.abs(v1 - v2))
    return { isHorizontal: true, at: v1, from: Math.min(u1, u2), to: Math.max(u1, u2) };
  return { isHorizontal: false, at: u1, from: Math.min(v1, v2), to: Math.max(v1, v2) };
}
