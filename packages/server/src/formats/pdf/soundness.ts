import type { Glyph } from "./content.ts";

/** 字层状况. How many glyphs a page prints, and how many of them have no believable character. */
export interface Soundness {
  readonly printed: number;
  readonly unknown: number;
}

/** What official papers are written with: Latin, Greek, Cyrillic, signs, CJK and its compatibility forms. */
const believable =
  /^[\u0020-\u017f\u0370-\u045f\u2000-\u2bff\u2e80-\u33ff\u3400-\u9fff\u1100-\u11ff\uac00-\ud7a3\uf900-\ufaff\ufb00-\ufb06\ufe10-\ufe6f\uff00-\uffef\u{1d400}-\u{1d7ff}\u{1f100}-\u{1faff}\u{20000}-\u{323af}]+$/u;

/**
 * 验字层. Counts glyphs whose character is private, a control or U+FFFD, or of a script that no such paper is written in:
 * where fonts do not say what their glyphs mean, such characters come out.
 */
export function soundnessOf(glyphs: readonly Glyph[]): Soundness {
  let [printed, unknown] = [0, 0];
  for (const { text } of glyphs) {
    if (text.trim() === "") continue;
    printed += 1;
    if (!believable.test(text)) unknown += 1;
  }
  return { printed, unknown };
}
