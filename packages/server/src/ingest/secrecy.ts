import type { SourceMark } from "@qipan/policy/records/source-text";

/** How far into a text the head of a document reaches, in characters. */
const headLength = 1500;

/** Lines at the upper and lower edge of a page among which running heads and feet stand. */
const edge = { upper: 3, lower: 2 };

const level = String.raw`(?<level>[绝絕机機秘祕][^\S\n]*密)`;
const star = "[★☆✭⭐]";
const term = String.raw`(?:\d{1,2}[^\S\n]*(?:年|个月|個月)|[一二三四五六七八九十]{1,3}[^\S\n]*年|长期|長期|启用前|啟用前)`;

/**
 * 密级标注. A marking of secrecy stands alone on a line, after its label, or before a star or a term (GB/T 9704-2012, 7.2.2:
 * 密级和保密期限).
 * 机密★1年      绝 密 ★ 启用前      密级：秘密      near miss: 保守商业秘密*的规定; 标有“秘密★”的文件; 机密事项
 * ^^^^^         ^^^^^^^^^^^^^^      ^^^^^^^^^
 */
const markings: readonly RegExp[] = [
  new RegExp(String.raw`^[^\S\n]*[【［\[（(]?[^\S\n]*${level}(?:级|級)?[^\S\n]*[】］\]）)]?[^\S\n]*$`, "mu"),
  new RegExp(String.raw`^[^\S\n]*${level}[^\S\n]*[（(][^）)\n]{0,12}[）)][^\S\n]*$`, "mu"),
  new RegExp(String.raw`(?:^|[^\S\n]|\d)${level}[^\S\n]*${star}`, "mu"),
  new RegExp(String.raw`(?:^|[^\S\n])${level}[^\S\n]*[*＊]?[^\S\n]*${term}[^\S\n]*$`, "mu"),
  new RegExp(String.raw`(?:^|[^\S\n]{2})${level}[^\S\n]*[*＊][^\S\n]*(?:${term}|$)`, "mu"),
  new RegExp(
    String.raw`^[^\S\n]*密[^\S\n]*[级級](?:[^\S\n]*[:：][^\S\n]*|[^\S\n]+)${level}(?:级|級)?[^\S\n]*(?:${star}[^\n]*|[（(][^\n]*|${term})?$`,
    "mu",
  ),
];

/**
 * 密级. Level of secrecy that a document carries in its head, or in the running head or foot of any page, such as 机密, in
 * simplified characters; null when it carries none.
 */
export function secrecyOf(text: string, marks: readonly SourceMark[] = []): string | null {
  for (const place of [text.slice(0, headLength), ...edgesOf(text, marks)]) {
    const found = levelIn(place);
    if (found !== null) return found;
  }
  return null;
}

function levelIn(place: string): string | null {
  if (!place.includes("密")) return null;
  for (const marking of markings) {
    const found = marking.exec(place)?.groups?.["level"];
    if (found) return found.replaceAll(/\s/gu, "").replace("絕", "绝").replace("機", "机").replace("祕", "秘");
  }
  return null;
}

/** Running heads and feet: where the file says them, and the edges of its pages. */
function edgesOf(text: string, marks: readonly SourceMark[]): readonly string[] {
  return marks.flatMap(({ kind, start, end }) => {
    if (kind === "furniture") return [text.slice(start, end)];
    if (kind !== "page") return [];
    const lines = text
      .slice(start, end)
      .split("\n")
      .filter((line) => line.trim() !== "");
    return [[...lines.slice(0, edge.upper), ...lines.slice(-edge.lower)].join("\n")];
  });
}
