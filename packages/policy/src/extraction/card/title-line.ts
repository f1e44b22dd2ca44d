import type { Span } from "../../text/span.ts";
import type { CardMatter } from "./card-matter.ts";

/** 标题所在. Range of the view that holds the title, and its folded words; null for a text without one. */
export interface TitleLine extends Span {
  readonly words: string;
  readonly address: string;
}

/** 取标题. The lines in which the title that the head shows begins and ends; a title of two lines is one range. */
export function titleLine({ lines, profile, view }: CardMatter): TitleLine | null {
  const { title } = profile;
  if (!title) return null;
  const holds = (at: number) => (line: Span) => rawAt(line.start) <= at && at <= rawAt(line.end - 1);
  const rawAt = (position: number): number => view.raw[position] ?? view.stored.length;
  const first = lines.find(holds(title.start));
  const last = lines.find(holds(title.end - 1)) ?? first;
  if (!first || !last) return null;
  const words = view.folded.slice(first.start, last.end);
  const lead = words.length - words.trimStart().length;
  const trimmed = words.trim();
  return {
    start: first.start + lead,
    end: first.start + lead + trimmed.length,
    words: trimmed,
    address: first.address,
  };
}

// 青山市人民政府关于印发《青山市水利规划（2016—2020年）》的通知      near miss: 关于落实《水利规划》的通知
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
const wrapped =
  /(?:印发|转发|发布|公布|颁布|下达|批转)(?:实施)?《?(?<inner>[^《》]*?(?:《[^《》]*》)?[^《》]*?)》?的?(?:通知|公告|通告|决定|函)(?:[（(][^（）()]*[)）])?$/u;

/**
 * 所发之件. Title of the text that a notice sends out, without 《》; null for any other title.
 * @example wrappedTitle("某市关于印发某市水利规划的通知") // "某市水利规划"
 */
export function wrappedTitle(title: string): string | null {
  const inner = wrapped.exec(title)?.groups?.["inner"]?.trim();
  return inner && inner.length >= 4 ? inner.replace(/》$/u, "") : null;
}
