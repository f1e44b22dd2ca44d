import type { SourceFormat, SourceText } from "@qipan/policy/records/source-text";
import { checkSize, FileRefused } from "../ingest/file-refusal.ts";
import { type FileKind, kindNames } from "./file-kind.ts";
import type { FormatReader, Limits } from "./format-reader.ts";
import { defaultLimits } from "./limits.ts";
import { isNamedRightly, sniff } from "./sniff.ts";
import { isUnread, unreadRefusal } from "./unread-kind.ts";

/** The readers, each loaded when the first file of its format comes. A new format is a file and a row here. */
const readers: Readonly<Record<SourceFormat, () => Promise<FormatReader>>> = {
  text: async () => (await import("./text.ts")).textReader,
  markdown: async () => (await import("./markdown.ts")).markdownReader,
  html: async () => (await import("./html.ts")).htmlReader,
  docx: async () => (await import("./docx.ts")).docxReader,
  doc: async () => (await import("./doc.ts")).docReader,
  wps: async () => (await import("./doc.ts")).wpsReader,
  pdf: async () => (await import("./pdf.ts")).pdfReader,
  ofd: async () => (await import("./ofd.ts")).ofdReader,
  xlsx: async () => (await import("./xlsx.ts")).xlsxReader,
  csv: async () => (await import("./csv.ts")).csvReader,
};

/**
 * 读源. Takes the text out of a file of any format that is read, whatever its name claims. Throws `FileRefused` for
 * everything else, a ZIP archive included: `archive.ts` opens those. A file that damages its reader counts as damaged.
 */
export async function readSource(name: string, bytes: Uint8Array, limits: Limits = defaultLimits): Promise<SourceText> {
  checkSize(name, bytes.byteLength);
  const sniffed = await sniff(name, bytes, limits);
  const { kind, claimed } = sniffed;
  if (isUnread(kind)) throw unreadRefusal(name, { kind, claimed });
  if (kind === "archive") throw archiveInstead(name, claimed);
  const reader = await readers[kind]();
  const source = await reader.read(name, bytes, limits).catch((failure: unknown) => {
    throw failure instanceof FileRefused ? failure : damaged(name, kind, failure);
  });
  checkText(name, source, limits);
  if (isNamedRightly(sniffed)) return source;
  return { ...source, diagnostics: [mislabelled(name, claimed ?? kind, kind), ...source.diagnostics] };
}

function checkText(name: string, { text }: SourceText, { characters }: Limits): void {
  if (text.length > characters)
    throw new FileRefused(
      "too-large",
      `${name} holds ${text.length} characters of text, the most that one file may is ${characters}. Split it into parts.`,
    );
  if (!/[\p{L}\p{N}]/u.test(text))
    throw new FileRefused("empty", `${name} holds no words. Hand in the file again from where it came.`);
}

function mislabelled(name: string, claimed: FileKind, kind: SourceFormat): SourceText["diagnostics"][number] {
  const message = `${name} is ${kindNames[kind]}, its name claims ${kindNames[claimed]}; it was read as what it is. Rename it if others shall open it too.`;
  return { code: "mislabelled", severity: "warning", message, start: 0, end: 0 };
}

function archiveInstead(name: string, claimed: FileKind | null): FileRefused {
  const isLie = claimed !== null && claimed !== "archive";
  const named = isLie ? `, though its name claims ${kindNames[claimed]}` : "";
  return new FileRefused(
    isLie ? "mislabelled" : "unsupported",
    `${name} is ${kindNames.archive} of files and no document${named}. Take it in as an archive, or unpack it and hand in the files.`,
  );
}

function damaged(name: string, kind: SourceFormat, failure: unknown): FileRefused {
  const found = failure instanceof Error ? failure.message : String(failure);
  return new FileRefused(
    "damaged",
    `${name} begins as ${kindNames[kind]} but cannot be read to its end (${found}). Get it again from where it came; if it opens there, save it anew.`,
  );
}
