import type { Damage } from "./damage.ts";
import { between } from "./seeded.ts";

/** 硬断. Breaks every paragraph at a column width, now and then with a blank line after each line or indented paragraphs. */
export const wrapped: Damage = (text, random) => {
  const width = between(random, 14, 40);
  const gap = random() < 0.3 ? "\n\n" : "\n";
  const indent = random() < 0.3 ? "\u3000\u3000" : "";
  return text
    .split("\n")
    .map((paragraph) => (paragraph.length > width ? indent : "") + pieces(paragraph, width).join(gap))
    .join(gap);
};

/** 切分. The pieces of a paragraph at a width in Han characters, figures counting half; no stop begins one, and a figure that does not fit goes to the next. */
export function pieces(paragraph: string, width: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < paragraph.length; ) {
    let end = at;
    for (let room = width; end < paragraph.length && room > 0.5; end += 1)
      room -= paragraph.charCodeAt(end) < 0x80 ? 0.5 : 1;
    while (end < paragraph.length && "，。、；：！？”）》%".includes(paragraph.charAt(end))) end += 1;
    while (end < paragraph.length && end > at + 6 && isInFigure(paragraph, end)) end -= 1;
    found.push(paragraph.slice(at, end));
    at = end;
  }
  return found;
}

const isInFigure = (text: string, at: number): boolean => /^[\d.][\d.%]$/u.test(text.slice(at - 1, at + 1));

/** 断词. Puts words on lines of their own, as pages do that break at every link. */
export const cutAtLinks: Damage = (text, random) =>
  text
    .split("\n")
    .map((paragraph) => {
      if (paragraph.length < 40) return paragraph;
      let cut = "";
      for (let at = 0; at < paragraph.length; ) {
        const end = Math.min(paragraph.length, at + between(random, 4, 40));
        cut += (cut === "" || paragraph.length - at < 3 ? "" : "\n") + paragraph.slice(at, end);
        at = end;
      }
      return cut;
    })
    .join("\n");
