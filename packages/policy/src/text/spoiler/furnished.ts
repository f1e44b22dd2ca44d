import type { Damage } from "./damage.ts";
import { pieces } from "./broken-lines.ts";
import { between, oneOf, type Random } from "./seeded.ts";

const pageNumbers = [
  (page: number) => `— ${page} —`,
  (page: number) => `-${page}-`,
  (page: number) => `${page}`,
  (page: number, pages: number) => `第${page}页 共${pages}页`,
  (page: number, pages: number) => `第 ${page} 页 / 共 ${pages} 页`,
  (page: number, pages: number) => `${page}/${pages}`,
  (page: number) => `· ${page} ·`,
  (page: number, pages: number) => `Page ${page} of ${pages}`,
] as const;

/** 页码. Cuts a text into pages, in the middle of lines where it falls so, with a page number between them. */
export const paged: Damage = (text, random) => furnishedWith(text, random, () => []);

/** 书眉. The same, with a running head over each page. */
export const headed: Damage = (text, random) => {
  const head = oneOf(random, ["水利知识选编", "资料汇编（内部学习）", "城市工作简报 第12期"] as const);
  return furnishedWith(text, random, () => [head]);
};

function furnishedWith(text: string, random: Random, head: () => readonly string[]): string {
  const lines = text.split("\n").flatMap((paragraph) => pieces(paragraph, 30));
  const size = between(random, 14, 24);
  const pages = Math.ceil(lines.length / size);
  const number = oneOf(random, pageNumbers);
  const found: string[] = [];
  for (let page = 1; page <= pages; page += 1) {
    found.push(...head(), ...lines.slice((page - 1) * size, page * size), "", number(page, pages), "");
  }
  return found.join("\n");
}

/** 目录. Puts a contents page in front, with leaders, with tabs, or with nothing but the labels. */
export const listed: Damage = (text, random) => {
  const paragraphs = text.split("\n");
  const labels = paragraphs.slice(1).filter((paragraph) => paragraph.length <= 20 && !/[。：！？，]/u.test(paragraph));
  if (labels.length < 3) return text;
  const style = oneOf(random, [
    (label: string, page: number) => `${label}${"…".repeat(6)}${page}`,
    (label: string, page: number) => `${label} ........ ${page}`,
    (label: string, page: number) => `${label}\t${page}`,
    (label: string, page: number) => `${label} ${page}`,
    (label: string) => label,
  ] as const);
  let page = 1;
  const contents = labels.map((label) => style(label, (page += between(random, 0, 3))));
  return [
    paragraphs[0],
    oneOf(random, ["目录", "目  录", "目 录"] as const),
    ...contents,
    "",
    ...paragraphs.slice(1),
  ].join("\n");
};
