import type { FormatReader, Limits } from "./format-reader.ts";
import { partAt, relationshipsOf, type Relationship } from "./relationships.ts";
import { type SourceWriter, sourceWriter } from "./source-writer.ts";
import { readSheet, type SheetNotes } from "./xlsx/sheet.ts";
import { openWorkbook, richText, type SheetEntry, type Workbook } from "./xlsx/workbook.ts";
import { elements, readXml, textOf, type XmlElement } from "./xml.ts";

/**
 * 工作簿读取. Rows of every sheet of an XLSX workbook (ECMA-376), hidden ones too, each cell as the sheet shows it: days
 * `YYYY-MM-DD`, percent and thousands as formatted, formulas by the result that was saved with them. A joined cell has its
 * words in its first one. A sheet begins with its name as heading unless that is a number given by the program; text boxes
 * and comments follow its rows. Nothing is computed, fetched or run.
 *
 * Sheets are read element by element, because the streaming reader of exceljs knows no joined cells and no limits, and
 * its other one needs the memory of the whole workbook.
 */
export const xlsxReader: FormatReader = {
  format: "xlsx",
  read: async (name, bytes, limits) => {
    const book = await openWorkbook(name, bytes, limits);
    const writer = sourceWriter(name, "xlsx", limits);
    for (const sheet of book.sheets) await writeSheet({ name, book, writer, limits }, sheet);
    tellBook(name, book, writer);
    return writer.finish();
  },
};

interface Work {
  readonly name: string;
  readonly book: Workbook;
  readonly writer: SourceWriter;
  readonly limits: Limits;
}

/** Names that a program gives to sheets which nobody named. */
const unnamed = /^(?:sheet|工作表|表)\s*\d*$/iu;

async function writeSheet(work: Work, sheet: SheetEntry): Promise<void> {
  const { name, book, writer, limits } = work;
  const part = await partAt(book.opened, name, sheet.path);
  if (!part) {
    writer.diagnose(
      "damaged-part",
      "warning",
      `${name} names a sheet ${sheet.name} and does not hold it. Save it anew.`,
    );
    return;
  }
  const setting = { opened: book.opened, file: name, limits };
  const relations = await relationshipsOf(setting, sheet.path);
  let isEmpty = true;
  const notes = readSheet(part, book, limits, (row, cells) => {
    if (isEmpty && !unnamed.test(sheet.name.trim())) writer.heading(1, sheet.name);
    isEmpty = false;
    writer.row(sheet.name, row, cells);
  });
  for (const relation of relations) await writeAside(work, sheet, relation);
  tellSheet(work, sheet, notes);
}

/** Comments and the words of text boxes, in the order in which the sheet names their parts. */
async function writeAside(work: Work, sheet: SheetEntry, { role, target, isOutside }: Relationship): Promise<void> {
  if (isOutside || (role !== "comments" && role !== "drawing")) return;
  const part = await partAt(work.book.opened, work.name, target);
  if (!part) return;
  const root = readXml(part, work.limits);
  if (role === "comments") writeComments(work, sheet, root);
  else for (const box of below(root, "txBody")) writeBox(work.writer, box);
}

function writeComments({ name, writer }: Work, sheet: SheetEntry, root: XmlElement): void {
  const cells: string[] = [];
  for (const comment of below(root, "comment")) {
    writer.line("note", elements(comment, "text").map(richText).join(""));
    cells.push(comment.attributes.get("ref") ?? "?");
  }
  if (cells.length === 0) return;
  const listed = `${cells.slice(0, 20).join(", ")}${cells.length > 20 ? ` and ${cells.length - 20} more` : ""}`;
  writer.diagnose("cell-comments", "note", `${name}, sheet ${sheet.name}: comments on ${listed} stand after its rows.`);
}

function writeBox(writer: SourceWriter, box: XmlElement): void {
  const lines = below(box, "p").map((paragraph) => below(paragraph, "t").map(textOf).join(""));
  writer.line("aside", lines.join("\n"));
}

/** Elements of a name at any depth, in order; none inside another. */
function below(root: XmlElement, name: string): readonly XmlElement[] {
  return elements(root).flatMap((child) => (child.name === name ? [child] : below(child, name)));
}

function tellSheet({ name, writer }: Work, { name: sheet, isHidden }: SheetEntry, notes: SheetNotes): void {
  const tell = (code: string, severity: "note" | "warning", message: string): void =>
    writer.diagnose(code, severity, `${name}, sheet ${sheet}: ${message}`);
  if (isHidden) tell("hidden-sheet", "note", "it is hidden in the workbook and was read like the others.");
  if (notes.hiddenRows + notes.hiddenColumns > 0)
    tell(
      "hidden-cells",
      "note",
      `${notes.hiddenRows} hidden row(s) and ${notes.hiddenColumns} group(s) of hidden columns were read like the others.`,
    );
  if (notes.unknown.length > 0)
    tell(
      "formula-without-value",
      "warning",
      `${notes.unknown.length} formula(s), the first in ${notes.unknown[0]}, come without a result and are empty here. Open the workbook in Excel or WPS, save it and hand it in again.`,
    );
}

function tellBook(name: string, { hasMacros, hasOutside, charts }: Workbook, writer: SourceWriter): void {
  if (hasMacros)
    writer.diagnose(
      "active-content",
      "warning",
      `${name} carries macros. They were not run; be careful where you open the original.`,
    );
  if (hasOutside)
    writer.diagnose(
      "outside-content",
      "note",
      `${name} takes figures from other files or databases; those saved in it were read, nothing was fetched.`,
    );
  if (charts.length > 0)
    writer.diagnose(
      "charts",
      "note",
      `${name}: ${charts.join(", ")} hold charts and no cells; nothing of them was read.`,
    );
}
