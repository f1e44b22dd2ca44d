import type { SourceWriter } from "../source-writer.ts";
import { descend, elements, type XmlElement } from "../xml.ts";
import { blocksOf, cellsOf, linesOf, readParagraph, type Story, writeParagraph } from "./blocks.ts";

/** Columns that a table may have; a span that claims more is no span. */
const mostColumns = 512;

/** 写表. Writes a table as rows named 表1, 表2 …; a table of one column that holds passages is a frame round them. */
export function writeTable(table: XmlElement, sheet: string, writer: SourceWriter, story: Story): void {
  const rows = rowsOf(table);
  if (isFrame(rows)) {
    for (const row of rows) for (const cell of cellsOf(row)) writeFrame(cell, writer, story);
    return;
  }
  for (const [index, row] of rows.entries()) writer.row(sheet, index + 1, rowCells(row, story));
}

/** Rows in order; those whose deletion is recorded are gone. */
function rowsOf(table: XmlElement): readonly XmlElement[] {
  return elements(table).flatMap((child) => {
    if (child.name === "tr") return descend(child, "trPr", "del") ? [] : [child];
    return child.name === "sdt" || child.name === "sdtContent" || child.name === "customXml" ? rowsOf(child) : [];
  });
}

function isFrame(rows: readonly XmlElement[]): boolean {
  if (rows.some((row) => cellsOf(row).length > 1)) return false;
  return rows.some((row) =>
    cellsOf(row).some((cell) => elements(cell, "p").length > 1 || elements(cell, "tbl").length > 0),
  );
}

function writeFrame(cell: XmlElement, writer: SourceWriter, story: Story): void {
  for (const block of blocksOf(cell, story.tally)) {
    if (block.name === "tbl") for (const line of linesOf(block, story)) writer.line("aside", line);
    else {
      const paragraph = readParagraph(block, story);
      if (!paragraph) continue;
      if (paragraph.level > 0) writeParagraph(paragraph, writer, story);
      else {
        writer.line("aside", paragraph.text);
        writeParagraph({ ...paragraph, text: "" }, writer, story);
      }
    }
  }
}

/** Merged cells: their words in the first, the others empty, so that every cell keeps its column. */
function rowCells(row: XmlElement, story: Story): readonly string[] {
  const before = span(descend(row, "trPr", "gridBefore")?.attributes.get("val"));
  const cells: string[] = Array.from({ length: before ?? 0 }, () => "");
  for (const cell of cellsOf(row)) {
    const merge = descend(cell, "tcPr", "vMerge");
    const goesOn = merge !== undefined && merge.attributes.get("val") !== "restart";
    cells.push(goesOn ? "" : linesOf(cell, story).join("\n"));
    const width = span(descend(cell, "tcPr", "gridSpan")?.attributes.get("val")) ?? 1;
    for (let extra = 1; extra < width; extra += 1) cells.push("");
  }
  return cells.slice(0, mostColumns);
}

function span(value: string | undefined): number | null {
  const width = Number(value);
  return Number.isInteger(width) && width > 0 ? Math.min(width, mostColumns) : null;
}
