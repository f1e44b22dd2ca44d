import type { ReaderSentence } from "@qipan/server/contract/documents";

/** 段. Sentences of one paragraph in order, with its kind; `level` is set for headings, 2 for the outermost. */
export interface Paragraph {
  readonly number: number;
  readonly kind: string;
  readonly level: 2 | 3 | 4 | 5 | null;
  readonly sentences: readonly ReaderSentence[];
}

/** 分段. Puts sentences back into paragraphs. A heading is never more than one level below the one before it. */
export function paragraphsOf(sentences: readonly ReaderSentence[]): readonly Paragraph[] {
  const groups = new Map<number, ReaderSentence[]>();
  for (const sentence of sentences) {
    const group = groups.get(sentence.paragraph);
    if (group) group.push(sentence);
    else groups.set(sentence.paragraph, [sentence]);
  }
  let depth = 1;
  return Array.from(groups, ([number, group]) => {
    const kind = group[0]?.kind ?? "prose";
    if (kind !== "heading") return { number, kind, level: null, sentences: group };
    const level = levelFor(headingsAbove(group[0]) + 2, depth);
    depth = level;
    return { number, kind, level, sentences: group };
  });
}

/** A heading stands last among its own headings; it does not count as one above itself. */
function headingsAbove(first: ReaderSentence | undefined): number {
  const headings = first?.headings ?? [];
  return headings.length - (headings.at(-1) === first?.text ? 1 : 0);
}

function levelFor(wanted: number, before: number): 2 | 3 | 4 | 5 {
  const level = Math.min(wanted, before + 1, 5);
  return level <= 2 ? 2 : level === 3 ? 3 : level === 4 ? 4 : 5;
}
