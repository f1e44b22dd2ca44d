/**
 * 层次序数. Numbering of headings and clauses in official documents (GB/T 9704-2012, 7.3.3), outermost first, with the
 * level a heading so marked takes. `standsAlone`: the mark is a heading even before a whole paragraph, as 第一条 is.
 */
export interface OutlineMark {
  readonly level: number;
  readonly length: number;
  readonly standsAlone: boolean;
}

const han = "[一二三四五六七八九十百]{1,4}";
const rows: readonly (readonly [level: number, pattern: string, standsAlone: boolean])[] = [
  [2, `第(?:${han}|\\d{1,3})(?:部分|编|章|篇)`, false],
  [3, `第(?:${han}|\\d{1,3})节`, false],
  [4, `${han}、`, false],
  [5, `[（(]${han}[）)]`, false],
  [6, String.raw`\d{1,2}(?:[、．]|\.(?!\d))`, false],
  [7, String.raw`[（(]\d{1,2}[）)]|[①-⑳]`, false],
  [8, `第(?:${han}|\\d{1,3})条`, true],
];
const patterns = rows.map(([level, pattern, standsAlone]) => ({
  level,
  standsAlone,
  pattern: new RegExp(`^(?:${pattern})`, "u"),
}));
const firsts = new Set("第一二三四五六七八九十（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳");

/** 层次. The mark at the beginning of a line; null when there is none. */
export function outlineMark(line: string): OutlineMark | null {
  if (!firsts.has(line.charAt(0))) return null;
  const head = line.slice(0, 12);
  for (const { level, standsAlone, pattern } of patterns) {
    const found = pattern.exec(head);
    if (found) return { level, standsAlone, length: found[0].length };
  }
  return null;
}
