import type { Passage } from "../../mention/passages.ts";
import type { Span } from "../../text/span.ts";
import { mentionsIn } from "../reading-matter.ts";
import { recordCode } from "../region-of.ts";

/** 所属地区. Codes of the places named in or right before a range of a sentence; the document's home, else `n/a`, where none is. */
export function regionFor(passage: Passage, near: Span, home: string | null): string {
  const { lexicon, sentence } = passage.scan;
  const places = mentionsIn(passage, "region", { start: Math.max(sentence.start, near.start - 12), end: near.end });
  const codes = places.flatMap(({ mention }) =>
    mention.kind === "region" ? mention.codes.map((code) => recordCode(code, lexicon)) : [],
  );
  const all = [...new Set(codes)].toSorted((a, b) => (a < b ? -1 : 1)).join(",");
  if (all === "110000,120000,130000") return "JJJ";
  return all === "" ? (home ?? "n/a") : all;
}
