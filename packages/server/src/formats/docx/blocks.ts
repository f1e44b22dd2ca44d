import type { SourceWriter } from "../source-writer.ts";
import { descend, elements, type XmlElement } from "../xml.ts";
import type { Numbering } from "./numbering.ts";
import { type OpenFields, readRuns, type Runs, type Tally } from "./runs.ts";
import { listReference, outlineOf, type ParagraphStyle, type Styles } from "./styles.ts";

/** 篇. One story of a document (its text, a header, a note) with what is needed to read it. */
export interface Story {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly tally: Tally;
  readonly fields: OpenFields;
  /** Text of a paragraph whose end was deleted: it goes on in the next one. */
  carried: string;
}

/** 段. A paragraph with its number, and what the file says it is; level 0 is body text. */
export interface Block extends Runs {
  readonly level: number;
  readonly role: ParagraphStyle["role"];
}

/** 读段落. Null for a paragraph that goes on in the next one because its end was deleted. */
export function readParagraph(paragraph: XmlElement, story: Story): Block | null {
  const properties = descend(paragraph, "pPr");
  const styleId = descend(properties, "pStyle")?.attributes.get("val");
  const style = story.styles.paragraph(styleId);
  const runs = readRuns(paragraph, story);
  const text = story.carried + runs.text;
  story.carried = "";
  if (descend(properties, "rPr", "del")) {
    story.carried = text;
    return null;
  }
  const direct = listReference(properties);
  const list = direct?.list ?? style.numbering?.list ?? null;
  const level = direct?.level ?? (direct?.list ? 0 : (style.numbering?.level ?? null));
  const label = list === "0" ? "" : story.numbering.label({ list, level }, styleId);
  return {
    ...runs,
    text: style.hidden ? "" : label + text,
    hidden: style.hidden ? label + text + runs.hidden : runs.hidden,
    level: outlineOf(properties) ?? style.outline ?? (style.role === "title" ? 1 : 0),
    role: style.role,
  };
}

/** 块. Paragraphs and tables of a container in order, wrappers opened; `embedded` counts what other programs made. */
export function* blocksOf(container: XmlElement, tally: Tally): Generator<XmlElement> {
  if (container.name === "p" || container.name === "tbl") yield container;
  else if (container.name === "altChunk") tally.embedded += 1;
  else if (!unread.has(container.name)) for (const child of elements(container)) yield* blocksOf(child, tally);
}

const unread = new Set(["sdtPr", "sdtEndPr", "tcPr", "sectPr", "Fallback", "del", "moveFrom"]);

/** 篇行. All paragraphs below a container as plain lines, those of tables and text boxes in their place. */
export function linesOf(container: XmlElement, story: Story): readonly string[] {
  const lines: string[] = [];
  for (const block of blocksOf(container, story.tally)) {
    if (block.name === "tbl") lines.push(...elements(block, "tr").map((row) => rowLine(row, story)));
    else {
      const paragraph = readParagraph(block, story);
      if (!paragraph) continue;
      lines.push(paragraph.text, ...paragraph.boxes.flatMap((box) => linesOf(box, story)));
    }
  }
  return lines.filter((line) => line.trim() !== "");
}

const rowLine = (row: XmlElement, story: Story): string =>
  cellsOf(row)
    .map((cell) => linesOf(cell, story).join(" "))
    .join(" ");

/** 单元格. Cells of a row; those inside controls included. */
export function cellsOf(row: XmlElement): readonly XmlElement[] {
  return elements(row).flatMap((child) => {
    if (child.name === "tc") return [child];
    return child.name === "sdt" || child.name === "sdtContent" || child.name === "customXml" ? cellsOf(child) : [];
  });
}

/** 写段落. Writes a paragraph as what it is; what hangs on it follows it. */
export function writeParagraph(block: Block, writer: SourceWriter, story: Story): void {
  if (block.level > 0) writer.heading(block.level, block.text);
  else if (block.role === "caption") writer.line("caption", block.text);
  else for (const part of partsOf(block.text)) writer.line("paragraph", part);
  if (block.hidden.trim() !== "") writer.line("furniture", block.hidden);
  for (const box of block.boxes) for (const line of linesOf(box, story)) writer.line("aside", line);
}

/** A break after a finished sentence begins a paragraph, as people who do not know better write them. */
const partsOf = (text: string): readonly string[] => text.split(/\f|(?<=[。！？；：!?]\s*)\n/u);
