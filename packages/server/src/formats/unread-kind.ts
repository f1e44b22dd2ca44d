import { FileRefused } from "../ingest/file-refusal.ts";
import { type FileKind, kindNames, type UnreadKind } from "./file-kind.ts";

/** What to do with a file of each kind. */
const advice: Readonly<Record<UnreadKind, string>> = {
  "encrypted-office": "Open it with its password, take the password off (文件→信息→保护文档) and hand it in again.",
  xls: "Open it in WPS or Excel, save it as XLSX (另存为 xlsx) and hand that in.",
  ppt: "Save its text as DOCX (另存为 docx) or print it to PDF and hand that in.",
  pptx: "Save its text as DOCX (另存为 docx) or print it to PDF and hand that in.",
  "old-office": "Open it in the program that made it, save it as DOCX (另存为 docx) and hand that in.",
  odf: "Open it in WPS, Word or LibreOffice, save it as DOCX or XLSX (另存为 docx) and hand that in.",
  epub: "Save the chapters as HTML or text and hand these in.",
  rtf: "Open it in WPS or Word, save it as DOCX (另存为 docx) and hand that in.",
  mht: "Open it in a browser, save it as a web page, HTML only (网页，仅 HTML), and hand that in.",
  xml: "Hand in the document that it was made from, as DOCX, PDF, HTML or text.",
  packed: "Unpack it and hand in the files, or pack them as ZIP.",
  image: "Run text recognition (OCR) over it, check the result and hand in the text or a PDF with a text layer.",
  program: "Programs are never run. Hand in the document itself.",
  media: "Hand in a transcript as text.",
  unknown: "Hand in text, Markdown, HTML, DOCX, DOC, WPS, PDF, OFD, XLSX or CSV, or a ZIP of these.",
};

/** 拒读. Why a file of a kind that is not read is refused, and what to do with it. */
export function unreadRefusal(
  name: string,
  { kind, claimed }: { readonly kind: UnreadKind; readonly claimed: FileKind | null },
): FileRefused {
  const isLie = claimed !== null && claimed !== kind && !(kind === "encrypted-office" || kind === "old-office");
  const named = isLie ? `, though its name claims ${kindNames[claimed]}` : "";
  const code = kind === "encrypted-office" ? "encrypted" : isLie ? "mislabelled" : "unsupported";
  return new FileRefused(code, `${name} is ${kindNames[kind]}${named}, which is not read. ${advice[kind]}`);
}

/** Whether a kind is one of those that are not read. */
export const isUnread = (kind: FileKind): kind is UnreadKind => Object.hasOwn(advice, kind);
