import type { SourceText } from "@qipan/policy/records/source-text";

/** 展示源文. Marks of a text one a line: kind, level or sheet, and words, cells between bars; pages are left out. */
export function shown({ text, marks }: SourceText): readonly string[] {
  return marks.flatMap((mark) => {
    const words = text.slice(mark.start, mark.end).replaceAll(/[\n\u2028]/gu, "⏎");
    if (mark.kind === "page") return [];
    if (mark.kind === "heading") return [`heading ${mark.level}: ${words}`];
    if (mark.kind !== "row") return [`${mark.kind}: ${words}`];
    return [
      `${mark.sheet}.${mark.row}: ${mark.cells
        .map(({ start, end }) => text.slice(start, end))
        .join("|")
        .replaceAll("\u2028", "⏎")}`,
    ];
  });
}

/** 诊断码. Codes of what a text says of itself. */
export const codes = ({ diagnostics }: SourceText): readonly string[] => diagnostics.map(({ code }) => code);
