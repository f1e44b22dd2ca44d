import { ofdFile, ofdWords } from "../packages/server/src/formats/harness/ofd-file.ts";
import { paragraph, wordFile } from "../packages/server/src/formats/harness/word-file.ts";
import { samplePdf } from "../packages/server/src/formats/pdf/sample-pdf.ts";
import ExcelJS from "exceljs";
import { madeSentences } from "./sample-text.ts";

/** 造文件. Bytes of a file of one format that says these sentences, each in a paragraph or a row of its own. */
type Maker = (sentences: readonly string[]) => Promise<Uint8Array> | Uint8Array;

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const linesAPage = 30;

const makers = {
  txt: (sentences) => encoded(sentences.join("\n\n")),
  md: (sentences) => encoded(sentences.map((sentence) => `- ${sentence}`).join("\n\n")),
  html: (sentences) =>
    encoded(`<!doctype html><meta charset="utf-8">${sentences.map((sentence) => `<p>${sentence}</p>`).join("\n")}`),
  csv: (sentences) => encoded(sentences.map((sentence, index) => `${index + 1},${sentence}`).join("\n")),
  docx: (sentences) => wordFile({ body: sentences.map((sentence) => paragraph(sentence)).join("") }),
  xlsx: (sentences) => workbook(sentences.map((sentence, index) => [index + 1, sentence])),
  pdf: (sentences) => pdf(sentences),
  ofd: (sentences) => ofdFile(pagesOf(sentences).map((page) => page.map(ofdLine).join(""))),
} as const satisfies Record<string, Maker>;

/** Formats that can be made. */
export type SampleFormat = keyof typeof makers;
export const sampleFormats = Object.keys(makers) as readonly SampleFormat[]; // keys of the table above

/** 造一件. A document of one format. */
export async function madeDocument(format: SampleFormat, sentences: readonly string[]): Promise<Uint8Array> {
  return makers[format](sentences);
}

/** 造长PDF. A PDF of so many pages of text, thirty lines each. */
export function madePdf(pages: number): Uint8Array {
  return pdf(madeSentences(pages * linesAPage));
}

/** 造大表. A workbook of so many rows under a header: number, region, indicator, year, value, unit. */
export async function madeSheet(rows: number): Promise<Uint8Array> {
  const regions = ["北京", "天津", "河北"];
  const cells = Array.from({ length: rows }, (_, index) => [
    index + 1,
    regions[index % 3] ?? "",
    `指标${index % 97}`,
    2014 + (index % 10),
    ((index * 7919) % 100_000) / 10,
    "亿元",
  ]);
  return workbook([["序号", "地区", "指标", "年份", "数值", "单位"], ...cells]);
}

async function workbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("数据").addRows(rows.map((row) => [...row]));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function pdf(sentences: readonly string[]): Uint8Array {
  const pages = pagesOf(sentences).map((page) =>
    page.map((text, line) => ({ text, x: 60, y: 60 + line * 24, size: 10 })),
  );
  return samplePdf({ pages });
}

const ofdLine = (text: string, line: number): string => ofdWords(text, { x: 15, y: 15 + line * 8, size: 3.5 });

function pagesOf(sentences: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(sentences.length / linesAPage) }, (_, page) =>
    sentences.slice(page * linesAPage, (page + 1) * linesAPage),
  );
}
