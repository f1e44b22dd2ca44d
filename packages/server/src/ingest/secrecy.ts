/** How far into a text the head of a document reaches, in characters. */
const headLength = 1500;

/**
 * 密级标注. A marking of secrecy stands alone on a line or before a star (GB/T 9704-2012, 7.2.2: 密级和保密期限).
 * 机密★1年          near miss: 保守商业秘密的规定: the word inside a sentence is no marking
 * ^^^^^
 */
const markings: readonly RegExp[] = [
  /^[\s\u3000]*(?:密级[\s\u3000]*[:：]?[\s\u3000]*)?(?<level>[绝机秘][\s\u3000]*密)[\s\u3000]*(?:[(（][^)）\n]{0,12}[)）])?[\s\u3000]*$/mu,
  /(?<level>[绝机秘][\s\u3000]*密)[\s\u3000]*[★☆*＊]/u,
];

/** 密级. Level of secrecy that the head of a text carries, such as 机密; null when it carries none. */
export function secrecyOf(text: string): string | null {
  const head = text.slice(0, headLength);
  for (const marking of markings) {
    const level = marking.exec(head)?.groups?.["level"];
    if (level) return level.replace(/[\s\u3000]/gu, "");
  }
  return null;
}
