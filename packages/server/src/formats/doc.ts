import type { SourceText } from "@qipan/policy/records/source-text";
import WordExtractor from "word-extractor";
import { FileRefused } from "../ingest/file-refusal.ts";
import type { FormatReader, Limits } from "./format-reader.ts";
import { type OleFile, openOle } from "./ole.ts";
import { type SourceWriter, sourceWriter } from "./source-writer.ts";

/**
 * Word 97–2003文档. Text of an old Word document: running heads, body with tables, notes, text boxes, running feet. The
 * format keeps neither levels of headings nor the numbers of its lists as text; where lists are defined that is told.
 */
export const docReader: FormatReader = {
  format: "doc",
  read: (name, bytes, limits) => readDoc("doc", name, bytes, limits),
};

/** WPS文字. The same container and the same streams, under the name of another program. */
export const wpsReader: FormatReader = {
  format: "wps",
  read: (name, bytes, limits) => readDoc("wps", name, bytes, limits),
};

/** Offsets into the head of the stream `WordDocument` (MS-DOC 2.5.1, 2.5.6). */
const head = { magic: 0, flags: 10, listsAt: 738, listsLength: 742, bytes: 1024 };
const wordMagic = 0xa5ec;
const flag = { encrypted: 0x0100, secondTable: 0x0200 };

// oxlint-disable-next-line max-params -- the two formats are one reader under two names
async function readDoc(format: "doc" | "wps", name: string, bytes: Uint8Array, limits: Limits): Promise<SourceText> {
  const file = openOle(name, bytes);
  const lists = checkHead(name, file);
  const word = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const as = { filterUnicode: false, includeFooters: false };
  const writer = sourceWriter(name, format, limits);
  const each = (kind: "furniture" | "note" | "aside", text: string): void => {
    for (const line of new Set(text.split("\n"))) writer.line(kind, line);
  };
  each("furniture", word.getHeaders(as));
  writeBody(word.getBody(as), writer);
  each("note", word.getFootnotes(as));
  each("note", word.getEndnotes(as));
  each("aside", word.getTextboxes(as));
  each("furniture", word.getFooters(as));
  tell(writer, { lists, hasMacros: file.names.has("Macros"), comments: word.getAnnotations(as).trim() !== "" });
  return writer.finish();
}

/** Refuses what no reader opens; says how many lists the document defines. */
function checkHead(name: string, file: OleFile): number {
  const start = file.head("WordDocument", head.bytes);
  const view = start && new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (!view || view.byteLength < head.listsLength + 4 || view.getUint16(head.magic, true) !== wordMagic)
    throw new FileRefused(
      "unsupported",
      `${name} comes from a program older than Word 97 or from one that only names its files alike. Open it in the program that made it, save it as DOCX (另存为 docx) and hand that in.`,
    );
  const flags = view.getUint16(head.flags, true);
  if (flags & flag.encrypted)
    throw new FileRefused(
      "encrypted",
      `${name} is locked with a password. Open it with its password, take the password off and hand it in again.`,
    );
  if (view.getUint32(head.listsLength, true) < 2) return 0;
  const at = view.getUint32(head.listsAt, true);
  const table = file.head(flags & flag.secondTable ? "1Table" : "0Table", at + 2);
  return table && table.byteLength >= at + 2 ? (table[at] ?? 0) + (table[at + 1] ?? 0) * 256 : 0;
}

// 修路\t甲局\t2026年\t      every cell ends with a tab, the last one before the line break ends the row
function writeBody(body: string, writer: SourceWriter): void {
  let open = "";
  let tables = 0;
  let row = 0;
  for (const line of body.split("\n")) {
    if (line.endsWith("\t")) {
      if (row === 0) tables += 1;
      row += 1;
      writer.row(`表${tables}`, row, `${open}${line}`.slice(0, -1).split("\t"));
      open = "";
    } else {
      if (open !== "") writer.line("paragraph", open);
      open = "";
      const isCell = row > 0 && line.includes("\t"); // a cell of several paragraphs: the row goes on in the next line
      if (isCell) open = `${line}\u2028`;
      else {
        row = 0;
        writer.line("paragraph", line);
      }
    }
  }
  writer.line("paragraph", open);
}

interface Held {
  readonly lists: number;
  readonly hasMacros: boolean;
  readonly comments: boolean;
}

function tell(writer: SourceWriter, { lists, hasMacros, comments }: Held): void {
  if (lists > 0)
    writer.diagnose(
      "list-numbers",
      "warning",
      `The file defines ${lists} lists. Numbers that Word itself writes before paragraphs (一、 （一） 1.) are no text in this format and were not read; if it has any, save it as DOCX (另存为 docx) and hand that in.`,
    );
  if (hasMacros)
    writer.diagnose(
      "macro",
      "warning",
      "The file holds macros. They were not run and never are; only its text was read.",
    );
  if (comments)
    writer.diagnose("comments", "note", "Comments in the margin are no part of the text and were not read.");
}
