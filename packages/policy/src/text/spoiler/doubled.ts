import type { Damage } from "./damage.ts";
import { between, type Random } from "./seeded.ts";

/** 重印. Prints a run of paragraphs a second time right after itself or further down. */
export const doubled: Damage = (text, random) => doubledWith(text, random, (copy) => copy);

/** 误植重印. The same, with a wrong character in one of about a hundred of the second printing. */
export const misprinted: Damage = (text, random) =>
  doubledWith(text, random, (copy) => {
    const characters = Array.from(copy);
    for (let at = between(random, 20, 60); at < characters.length; at += between(random, 60, 140)) {
      if (
        /[\u4e00-\u9fff]/u.test(characters[at] ?? "") &&
        !/[一二三四五六七八九十百千万亿两]/u.test(characters[at] ?? "")
      )
        characters[at] = wrong[between(random, 0, wrong.length - 1)] ?? "之";
    }
    return characters.join("");
  });

const wrong = ["之", "木", "平", "往", "末", "曰", "己", "玉"] as const;

function doubledWith(text: string, random: Random, print: (copy: string) => string): string {
  const paragraphs = text.split("\n");
  const long = paragraphs.flatMap((paragraph, index) => (paragraph.length >= 60 ? [index] : []));
  const from = long[between(random, 0, Math.max(0, long.length - 2))] ?? 0;
  const until = Math.min(paragraphs.length, from + between(random, 1, 4));
  const at = Math.min(paragraphs.length, until + between(random, 0, 3));
  return [...paragraphs.slice(0, at), print(paragraphs.slice(from, until).join("\n")), ...paragraphs.slice(at)].join(
    "\n",
  );
}
