import { fold, foldedCode } from "../fold.ts";
import { type Line, visibleText } from "../lines.ts";
import { endsThought } from "./line-words.ts";
import { anyOf } from "./piece-cues.ts";

/** What a piece of its own becomes, and the words that head it. */
export interface PieceKind {
  readonly kind: "aside" | "comment";
  readonly cues: readonly string[];
  /** Words before a paragraph that is such a piece by itself. */
  readonly notes: readonly string[];
}

/**
 * 篇幅. Gives the lines of side pieces or comments their kind: from a heading that is a cue, or that has a by-line of the
 * kind under it, to the next heading of the same or higher rank. A heading right under the cue is the piece's own. The
 * first piece of a text is its main text, whatever its by-line; headings stay headings.
 */
export function markPieces(text: string, lines: readonly Line[], { kind, cues, notes }: PieceKind): void {
  const cue = new RegExp(String.raw`^[【\[■●◆▶]?\s?${anyOf(cues)}\s?(?:[】\]]|$|[：:|｜丨┃·—])`, "u");
  const note = notes.length > 0 ? new RegExp(String.raw`^[【\[■●◆▶]?\s?${anyOf(notes)}\s?[】\]：:]`, "u") : null;
  const firsts = new Set(
    Array.from(`【[■●◆▶ \t\u00a0\u3000${[...cues, ...notes].join("")}`, (sign) => sign.charCodeAt(0)),
  );
  let piece: Piece | null = null;
  let heading: Line | null = null;
  let started = false;
  for (const line of lines) {
    if (line.kind === "blank" || line.kind === "furniture" || line.kind === "caption") continue;
    const shown = visibleText(text, line);
    const mayOpen = !line.joins && firsts.has(foldedCode(shown.charCodeAt(0)));
    const words = mayOpen ? fold(shown.slice(0, 24)) : "";
    if (line.kind === "heading") {
      if (piece && !piece.empty && line.level <= piece.level) piece = null;
      if (cue.test(words)) piece = { level: line.level, empty: true, noted: false };
      heading = line;
      continue;
    }
    if (heading && started && line.kind === kind && !line.mark)
      piece = { level: heading.level, empty: true, noted: false };
    else if (note?.test(words)) piece = { level: 0, empty: false, noted: true };
    else if (piece?.noted && !line.joins) piece = null;
    if (line.kind === "text" || line.kind === "entry") {
      if (piece) become(line, piece, kind);
      else started ||= endsThought(shown);
    }
    heading = null;
  }
}

/** `level` of its heading; `empty` until it has text; `noted`: one paragraph long. */
interface Piece {
  readonly level: number;
  empty: boolean;
  readonly noted: boolean;
}

function become(line: Line, piece: Piece, kind: Line["kind"]): void {
  line.kind = kind;
  piece.empty = false;
}
