import type { ReaderSentence } from "@qipan/server/contract/documents";
import { placesIn } from "./alignment.ts";

/**
 * 原文一截. A run of the stored words of a sentence: `kept` ones are read, `hidden` ones are marks and stray signs that are
 * not, a `break` is a line end that was closed, and `foreign` words stand between the parts of a sentence that the page
 * tore apart: they belong to another sentence.
 */
export interface RawRun {
  readonly at: number;
  readonly kind: "kept" | "hidden" | "break" | "foreign";
  readonly text: string;
}

/** 原文各截. Everything that stands between the ends of a sentence in the file, in the order of the file. */
export function rawRuns({
  raw,
  text,
  start,
  pieces,
}: Pick<ReaderSentence, "raw" | "text" | "start" | "pieces">): readonly RawRun[] {
  const kindAt = pieces.length > 0 ? inPieces(start, pieces) : inLine(raw, text);
  const runs: { at: number; kind: RawRun["kind"]; text: string }[] = [];
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw.charAt(at);
    const found = kindAt(at);
    const kind = found === "kept" || !/[\r\n\f\v]/u.test(character) ? found : found === "foreign" ? found : "break";
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += character;
    else runs.push({ at: start + at, kind, text: character });
  }
  return runs;
}

type KindAt = (at: number) => "kept" | "hidden" | "foreign";

function inLine(raw: string, text: string): KindAt {
  const kept = new Set(placesIn(raw, text).slice(0, text.length));
  return (at) => (kept.has(at) ? "kept" : "hidden");
}

function inPieces(start: number, pieces: readonly { readonly start: number; readonly end: number }[]): KindAt {
  return (at) => (pieces.some((piece) => start + at >= piece.start && start + at < piece.end) ? "kept" : "foreign");
}
