import type { Damage } from "./damage.ts";
import { between, oneOf, type Random } from "./seeded.ts";

/** 杂点. Strews signs of bad scans and of copying over a text: specks inside lines, lone signs, invisible characters. */
export const strewn: Damage = (text, random) => {
  const speck = oneOf(random, ["■", "□", "|", "※", "◆"] as const);
  const invisible = oneOf(random, ["\u200b", "\ufeff", "\u0007", "\u00ad"] as const);
  const lone = oneOf(random, ["×", "◆◆◆", "* * *", "●", "======"] as const);
  const paragraphs = text.split("\n").map((paragraph) => {
    if (paragraph.length < 60) return paragraph;
    return inserted(
      inserted(paragraph, speck, between(random, 1, 3), random),
      invisible,
      between(random, 0, 2),
      random,
    );
  });
  paragraphs.splice(between(random, 1, paragraphs.length - 1), 0, lone);
  return [...paragraphs, lone].join("\n");
};

function inserted(paragraph: string, sign: string, times: number, random: Random): string {
  let found = paragraph;
  for (let time = 0; time < times; time += 1) {
    const at = between(random, 1, found.length - 2);
    if (/[\u4e00-\u9fff]{2}/u.test(found.slice(at - 1, at + 1))) found = found.slice(0, at) + sign + found.slice(at);
  }
  return found;
}

/** 字距. Sets lines wide and puts spaces around figures and, here and there, inside words. */
export const spaced: Damage = (text, random) =>
  text
    .split("\n")
    .map((paragraph) => {
      const figures = paragraph.replaceAll(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=\d)(?=[\u4e00-\u9fff%])/gu, () =>
        random() < 0.5 ? " " : "",
      );
      if (/^\d{1,2}月\d/u.test(paragraph)) return paragraph;
      if (random() < 0.2) return Array.from(paragraph).join(" ");
      return random() < 0.5 ? figures : sprinkled(figures, random);
    })
    .join("\n");

function sprinkled(paragraph: string, random: Random): string {
  return paragraph.replaceAll(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/gu, () => (random() < 0.08 ? " " : ""));
}
