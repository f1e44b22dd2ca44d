import type { SourceFormat } from "@qipan/policy/records/source-text";

/** 文件种类. What a file is: a format that is read, a package of files, or a kind that is refused with what to do. */
export type FileKind = SourceFormat | "archive" | UnreadKind;

/** 不读之类. Kinds of file that are known and not read. */
export type UnreadKind =
  | "encrypted-office"
  | "xls"
  | "ppt"
  | "pptx"
  | "old-office"
  | "odf"
  | "epub"
  | "rtf"
  | "mht"
  | "xml"
  | "packed"
  | "image"
  | "program"
  | "media"
  | "unknown";

/** What each kind is called in messages. */
export const kindNames: Readonly<Record<FileKind, string>> = {
  text: "plain text",
  markdown: "Markdown text",
  html: "a web page (HTML)",
  docx: "a Word document (DOCX)",
  doc: "a Word 97–2003 document (DOC)",
  wps: "a WPS document",
  pdf: "a PDF",
  ofd: "an OFD document",
  xlsx: "a workbook (XLSX)",
  csv: "a table in plain text (CSV)",
  archive: "a ZIP archive",
  "encrypted-office": "an Office document locked with a password",
  xls: "an Excel 97–2003 or WPS workbook (XLS, ET)",
  ppt: "a PowerPoint 97–2003 or WPS presentation (PPT, DPS)",
  pptx: "a PowerPoint presentation (PPTX)",
  "old-office": "a file of an old office program (OLE)",
  odf: "an OpenDocument file (ODT, ODS, ODP)",
  epub: "an EPUB book",
  rtf: "a rich text file (RTF)",
  mht: "a web archive (MHT)",
  xml: "an XML file",
  packed: "an archive that is not ZIP (RAR, 7z, gz, tar)",
  image: "a picture",
  program: "a program",
  media: "a sound or film file",
  unknown: "a file of unknown kind",
};
