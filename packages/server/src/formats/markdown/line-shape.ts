/**
 * 行形. What a line of Markdown is by its look. `indent` are the characters of a heading before its words (`## `);
 * `begins` is true where a line begins a paragraph whatever stands before it, as an item of a list does.
 */
export type LineShape =
  | { readonly kind: "text" | "quotation"; readonly begins: boolean; readonly indent: number }
  | { readonly kind: "heading" | "underlined"; readonly level: number; readonly indent: number }
  | { readonly kind: "row" | "rule"; readonly indent: number }
  | { readonly kind: "drawing"; readonly fence: string; readonly indent: number }
  | { readonly kind: "blank" };

// ### 三、保障措施        near miss: #标签
// ^^^^
const heading = /^ {0,3}(?<signs>#{1,6})(?:[ \t]+|$)/u;

// - 任务      3. 任务      * 任务      near miss: 3.5亿元
const item = /^\s*(?:[-*+]|\d{1,9}[.)])[ \t]+/u;

// ```json      ~~~
const fence = /^ {0,3}(?<signs>`{3,}|~{3,})/u;

// ---      * * *      ___
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;

// 标题              |---|:--:|        --- | ---
// ====
const underline = /^ {0,3}(?<signs>=+|-+)[ \t]*$/u;
const tableLine = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/u;

const indented = { indent: 0 } as const;

/**
 * 识行. `next` is the line after; `inTable` and `inParagraph` say what the line may go on with.
 */
export function shapeOf(line: string, next: string, inTable: boolean, inParagraph: boolean): LineShape {
  if (line.trim() === "") return { kind: "blank" };
  const fenced = fence.exec(line)?.groups?.["signs"];
  if (fenced !== undefined) return { kind: "drawing", fence: fenced, ...indented };
  const signs = heading.exec(line);
  if (signs) return { kind: "heading", level: (signs.groups?.["signs"] ?? "#").length, indent: signs[0].length };
  if (inTable) return tableShape(line);
  if (line.includes("|") && next.includes("|") && tableLine.test(next)) return { kind: "row", ...indented };
  if (rule.test(line)) return { kind: "rule", ...indented };
  if (/^ {0,3}>/u.test(line))
    return { kind: "quotation", begins: /^ {0,3}>\s*(?:[-*+]|\d+[.)])\s/u.test(line), ...indented };
  const under = inParagraph ? null : underline.exec(next)?.groups?.["signs"];
  if (under && !item.test(line)) return { kind: "underlined", level: under.startsWith("=") ? 1 : 2, ...indented };
  return { kind: "text", begins: item.test(line), ...indented };
}

function tableShape(line: string): LineShape {
  if (tableLine.test(line) && line.includes("-")) return { kind: "rule", ...indented };
  return line.includes("|") ? { kind: "row", ...indented } : { kind: "text", begins: true, ...indented };
}
