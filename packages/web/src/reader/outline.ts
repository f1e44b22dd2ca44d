import type { ReaderSentence } from "@qipan/server/contract/documents";
import { paragraphsOf } from "./paragraphs.ts";

/** 提纲一行. A heading with the address it leads to, its depth from 0 and how many readings stand below it. */
export interface OutlineLine {
  readonly address: string;
  readonly text: string;
  readonly depth: number;
  readonly readings: number;
}

/** 提纲. The headings of what is loaded, in order; each counts the readings down to the next heading of its rank or above. */
export function outlineOf(sentences: readonly ReaderSentence[]): readonly OutlineLine[] {
  const lines: { address: string; text: string; depth: number; readings: number }[] = [];
  for (const paragraph of paragraphsOf(sentences)) {
    const [first] = paragraph.sentences;
    if (paragraph.level !== null && first) {
      const text = paragraph.sentences.map((sentence) => sentence.text).join("");
      lines.push({ address: first.address, text, depth: paragraph.level - 2, readings: 0 });
    }
    addTo(
      lines,
      paragraph.sentences.reduce((sum, { readings }) => sum + readings.length, 0),
    );
  }
  return lines;
}

/** Counts for the last heading and for those it lies under. */
function addTo(lines: { depth: number; readings: number }[], count: number): void {
  let depth = Number.POSITIVE_INFINITY;
  for (const line of lines.toReversed()) {
    if (line.depth >= depth) continue;
    line.readings += count;
    depth = line.depth;
  }
}
