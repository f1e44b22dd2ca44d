import { isWordPair } from "../repair/word-pairs.ts";
import { pieces } from "./broken-lines.ts";
import type { Damage } from "./damage.ts";
import { between, type Random } from "./seeded.ts";

/** 交错. Sets a text in pages of two columns under its title and takes each page down line by line across both. */
export const interleaved: Damage = (text, random) => {
  const width = between(random, 14, 26);
  const rows = between(random, 12, 26);
  const [title = "", ...paragraphs] = text.split("\n");
  const lines = paragraphs.flatMap((paragraph) => pieces(paragraph, width));
  const pages: string[] = [];
  for (let at = 0; at < lines.length; at += rows * 2) {
    const page = lines.slice(at, at + rows * 2);
    const half = Math.ceil(page.length / 2);
    pages.push(
      page
        .slice(0, half)
        .flatMap((line, row) => [line, ...page.slice(half + row, half + row + 1)])
        .join("\n"),
    );
  }
  return [title, pages.map((page, index) => (index === 0 ? page : `— ${index} —\n${page}`)).join("\n")].join("\n");
};

/** 并排. Sets a text in two columns side by side under its title, a gutter of spaces between them. */
export const sideBySide: Damage = (text, random) => {
  const width = between(random, 14, 22);
  const [title = "", ...paragraphs] = text.split("\n");
  const lines = paragraphs.flatMap((paragraph) => pieces(paragraph, width));
  const half = Math.ceil(lines.length / 2);
  const rows = lines.slice(0, half).map((line, row) => {
    const gap = " ".repeat(Math.max(3, width * 2 + 6 - columnsIn(line)));
    return `${line}${gap}${lines[half + row] ?? ""}`.trimEnd();
  });
  return [title, ...rows].join("\n");
};

const columnsIn = (line: string): number => Array.from(line).reduce((sum, sign) => sum + (sign < "\u0080" ? 1 : 2), 0);

/** 换块. Exchanges two neighbouring blocks, each cut in the middle of a word, so that three words break off. */
export const swapped: Damage = (text, random) => swappedAt(text, random, isInsideWord);

/** 任意换块. The same, cut anywhere inside a sentence: three seams in five fall between words and show nothing. */
export const swappedAnywhere: Damage = (text, random) => swappedAt(text, random, isInside);

type Cut = (text: string, at: number) => boolean;

function swappedAt(text: string, random: Random, isCut: Cut): string {
  const cuts = cutsIn(text, random, isCut);
  if (!cuts) return text;
  const [a, b, c] = cuts;
  return [text.slice(0, a), text.slice(b, c), text.slice(a, b), text.slice(c)].join("\n");
}

const isInsideWord: Cut = (text, at) => isInside(text, at) && isWordPair(text.charCodeAt(at - 1), text.charCodeAt(at));

/** Three places inside sentences, none within a short line, up to some hundred characters apart. */
function cutsIn(text: string, random: Random, isCut: Cut): readonly [number, number, number] | null {
  const inside = Array.from({ length: text.length }, (_, at) => at).filter((at) => isCut(text, at));
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const a = inside[between(random, 0, inside.length - 1)] ?? 0;
    const b = nextOf(inside, a + between(random, 40, 130));
    const c = nextOf(inside, b + between(random, 40, 130));
    if (b > a && c > b && apart(text, a, b) && apart(text, b, c)) return [a, b, c];
  }
  return null;
}

const nextOf = (places: readonly number[], from: number): number => places.find((at) => at >= from) ?? -1;

/** The block between two cuts reaches over a paragraph's end and is no longer than a column may be. */
const apart = (text: string, from: number, until: number): boolean =>
  until - from <= 300 && text.slice(from, until).includes("\n");

function isInside(text: string, at: number): boolean {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const end = text.indexOf("\n", at);
  return (
    at - start >= 24 &&
    (end < 0 ? text.length : end) - at >= 24 &&
    !/[。；：！？，、\d]/u.test(text.slice(at - 1, at + 1))
  );
}
