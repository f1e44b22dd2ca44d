import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  PageNumber,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { fixedZip } from "./fixed-zip.ts";
import type { Block } from "./outline-source.ts";

const numbering = "levels";
const levels = [
  { level: 0, format: LevelFormat.CHINESE_COUNTING, text: "%1、" },
  { level: 1, format: LevelFormat.CHINESE_COUNTING, text: "（%2）" },
  { level: 2, format: LevelFormat.DECIMAL, text: "%3." },
].map((level) => ({ ...level, alignment: AlignmentType.LEFT }));

/** Words of the running head, and the font named in the file (no font lies in it). */
export interface DocxManner {
  readonly head: string;
  readonly font: string;
}

/** 制文档. A Word document with heading styles, automatic numbers, tables, a running head and page numbers. */
export async function docxFile(blocks: readonly Block[], { head, font }: DocxManner): Promise<Uint8Array> {
  const document = new Document({
    creator: "棋盘项目",
    title: titleOf(blocks),
    styles: { default: { document: { run: { font, size: 28 } } } },
    numbering: { config: [{ reference: numbering, levels }] },
    sections: [
      {
        headers: { default: new Header({ children: [middle(head)] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: blocks.map(partOf),
      },
    ],
  });
  return fixedZip(new Uint8Array(await Packer.toBuffer(document)));
}

const titleOf = (blocks: readonly Block[]): string =>
  blocks.flatMap((block) => (block.kind === "title" ? [block.text] : []))[0] ?? "";

const middle = (text: string): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(text)] });

const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
  });

function partOf(block: Block): Paragraph | Table {
  switch (block.kind) {
    case "table":
      return tableOf(block.rows);
    case "title":
      return new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, text: block.text });
    case "annex":
      return new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: true, text: block.text });
    case "section":
      return new Paragraph({ heading: HeadingLevel.HEADING_1, numbering: numbered(0), text: block.text });
    case "part":
      return new Paragraph({ heading: HeadingLevel.HEADING_2, numbering: numbered(1), text: block.text });
    case "item":
      return new Paragraph({ numbering: numbered(2), text: block.text });
    case "note":
      return middle(block.text);
    case "plain":
      return new Paragraph({ indent: { firstLine: 560 }, text: block.text });
  }
}

const numbered = (level: number): { reference: string; level: number } => ({ reference: numbering, level });

function tableOf(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  });
}
