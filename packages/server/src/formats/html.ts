import type { FormatReader } from "./format-reader.ts";
import { pageText } from "./html/page-encoding.ts";
import { type PageLine, pageLines, statedTitle } from "./html/page-lines.ts";
import { elementsBelow, htmlTree } from "./html/tree.ts";
import { sourceWriter } from "./source-writer.ts";

/**
 * 网页. Text of a page as a browser shows it, block by block; menus, feet and what is hidden are kept as furniture. Scripts
 * are not run, nothing is fetched. A page without a heading of the first level is headed by its title.
 */
export const htmlReader: FormatReader = {
  format: "html",
  read: async (name, bytes, limits) => {
    const { html, encoding } = pageText(name, bytes);
    const tree = htmlTree(name, html, limits);
    const writer = sourceWriter(name, "html", limits);
    for (const line of titled(pageLines(tree), statedTitle(tree))) {
      if (line.kind === "heading") writer.heading(line.level, line.text);
      else if (line.kind === "row") writer.row(line.sheet, line.row, line.cells);
      else writer.line(line.kind, line.text);
    }
    const deletions = Array.from(elementsBelow(tree, new Set(["del"]))).length;
    if (deletions > 0)
      writer.diagnose("tracked-changes", "note", `${deletions} passages that the page shows as deleted were left out.`);
    const damaged = html.split("\ufffd").length - 1;
    if (damaged > 0)
      writer.diagnose(
        "damaged-characters",
        "warning",
        `${damaged} characters of the page could not be read. Get a clean copy if the passages matter.`,
      );
    return writer.finish(encoding);
  },
};

/** Lines headed by a title: the page's own heading, else the line that its title repeats, else the title itself. */
function titled(lines: readonly PageLine[], title: string | null): readonly PageLine[] {
  if (title === null || lines.some((line) => line.kind === "heading" && line.level === 1)) return lines;
  const shown = lines.findIndex((line) => line.kind === "paragraph" && isTitleOf(line.text, title));
  const line = lines[shown];
  if (!line || !("text" in line)) return [{ kind: "heading", level: 1, text: title }, ...lines];
  return lines.with(shown, { kind: "heading", level: 1, text: line.text });
}

// 关于印发样例方案的通知_某某网      the line before the site's name is the title
// ^^^^^^^^^^^^^^^^^^^^^^
function isTitleOf(line: string, title: string): boolean {
  const text = line.replaceAll(/\s+/gu, "");
  const whole = title.replaceAll(/\s+/gu, "");
  return (
    text.length >= 4 &&
    (whole === text || (whole.startsWith(text) && /^[-_|–—·,，(（]/u.test(whole.slice(text.length))))
  );
}
