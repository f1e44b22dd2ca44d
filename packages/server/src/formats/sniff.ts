import { decode } from "@qipan/policy/text/decode";
import { endingOf } from "../ingest/file-name.ts";
import type { FileKind } from "./file-kind.ts";
import type { Limits } from "./format-reader.ts";
import { isOle, openOle } from "./ole.ts";

/** 辨识. What a file is by its content, and what its name claims; `claimed` is null for endings that claim nothing known. */
export interface Sniffed {
  readonly kind: FileKind;
  readonly claimed: FileKind | null;
}

/**
 * 识文件. Tells what a file is by its bytes; the name decides only between formats that look alike (text, markdown, csv).
 * Throws `FileRefused` for a package whose directory is broken or asks too much.
 */
export async function sniff(name: string, bytes: Uint8Array, limits: Limits): Promise<Sniffed> {
  const claimed = claimedBy[endingOf(name)] ?? null;
  const magic = signatures.find(({ at, bytes: head }) => head.every((byte, index) => bytes[at + index] === byte));
  if (magic && magic.kind !== "zip" && magic.kind !== "ole") return { kind: magic.kind, claimed };
  if (magic?.kind === "zip") return { kind: await packageKind(name, bytes, limits), claimed };
  if (isOle(bytes)) return { kind: oleKind(name, bytes), claimed };
  if (latin(bytes, 0, 1024).includes("%PDF-")) return { kind: "pdf", claimed };
  return { kind: textKind(bytes, claimed), claimed };
}

/** 种类. What a file is, the same without throwing: a package with a broken directory is `unknown` here. */
export async function fileKindOf(name: string, bytes: Uint8Array, limits: Limits): Promise<FileKind> {
  const sniffed = await sniff(name, bytes, limits).catch(() => null);
  return sniffed?.kind ?? "unknown";
}

/** 名所称. What the name of a file claims by its ending; null for endings that claim nothing known. */
export function claimOf(name: string): FileKind | null {
  return claimedBy[endingOf(name)] ?? null;
}

/** 名实相符. Whether the name says what the file is; a name that claims nothing known never lies. */
export function isNamedRightly({ kind, claimed }: Sniffed): boolean {
  if (claimed === null || claimed === kind) return true;
  return likeEachOther.some((group) => group.includes(kind) && group.includes(claimed));
}

/** Formats that one ending may rightly stand for. */
const likeEachOther: readonly (readonly FileKind[])[] = [
  ["doc", "wps"],
  ["text", "csv"],
  ["xls", "old-office"],
  ["ppt", "old-office"],
  ["doc", "encrypted-office"],
  ["wps", "encrypted-office"],
  ["docx", "encrypted-office"],
  ["xlsx", "encrypted-office"],
  ["pptx", "encrypted-office"],
  ["xls", "encrypted-office"],
  ["ppt", "encrypted-office"],
];

const claimedBy: Readonly<Record<string, FileKind>> = Object.assign(Object.create(null) as Record<string, FileKind>, {
  ".txt": "text",
  ".text": "text",
  ".md": "markdown",
  ".markdown": "markdown",
  ".html": "html",
  ".htm": "html",
  ".xhtml": "html",
  ".docx": "docx",
  ".docm": "docx",
  ".dotx": "docx",
  ".dotm": "docx",
  ".doc": "doc",
  ".dot": "doc",
  ".wps": "wps",
  ".wpt": "wps",
  ".pdf": "pdf",
  ".ofd": "ofd",
  ".xlsx": "xlsx",
  ".xlsm": "xlsx",
  ".csv": "csv",
  ".tsv": "csv",
  ".zip": "archive",
  ".xls": "xls",
  ".et": "xls",
  ".ppt": "ppt",
  ".dps": "ppt",
  ".pptx": "pptx",
  ".odt": "odf",
  ".ods": "odf",
  ".odp": "odf",
  ".epub": "epub",
  ".rtf": "rtf",
  ".mht": "mht",
  ".mhtml": "mht",
  ".xml": "xml",
  ".rar": "packed",
  ".7z": "packed",
  ".gz": "packed",
  ".tgz": "packed",
  ".tar": "packed",
  ".jpg": "image",
  ".jpeg": "image",
  ".png": "image",
  ".tif": "image",
  ".tiff": "image",
  ".bmp": "image",
  ".gif": "image",
  ".exe": "program",
  ".dll": "program",
  ".mp4": "media",
  ".mp3": "media",
} satisfies Record<string, FileKind>);

interface Signature {
  readonly kind: FileKind | "zip" | "ole";
  readonly at: number;
  readonly bytes: readonly number[];
}

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

/** First bytes by which files are known, at their place. */
const signatures: readonly Signature[] = [
  { kind: "pdf", at: 0, bytes: ascii("%PDF-") },
  { kind: "zip", at: 0, bytes: [0x50, 0x4b, 3, 4] },
  { kind: "zip", at: 0, bytes: [0x50, 0x4b, 5, 6] },
  { kind: "rtf", at: 0, bytes: ascii("{\\rtf") },
  { kind: "image", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: "image", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: "image", at: 0, bytes: ascii("GIF8") },
  { kind: "image", at: 0, bytes: [0x49, 0x49, 0x2a, 0] },
  { kind: "image", at: 0, bytes: [0x4d, 0x4d, 0, 0x2a] },
  { kind: "image", at: 8, bytes: ascii("WEBP") },
  { kind: "image", at: 4, bytes: ascii("ftyphei") },
  { kind: "media", at: 4, bytes: ascii("ftyp") },
  { kind: "media", at: 0, bytes: ascii("ID3") },
  { kind: "media", at: 0, bytes: ascii("RIFF") },
  { kind: "packed", at: 0, bytes: ascii("Rar!") },
  { kind: "packed", at: 0, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: "packed", at: 0, bytes: [0x1f, 0x8b] },
  { kind: "packed", at: 0, bytes: ascii("BZh") },
  { kind: "packed", at: 0, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { kind: "packed", at: 257, bytes: ascii("ustar") },
  { kind: "program", at: 0, bytes: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: "program", at: 0, bytes: [0xca, 0xfe, 0xba, 0xbe] },
];

/** Names by which packages are known; the first that one has decides. */
const packageNames: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/^word\//u, "docx"],
  [/^xl\//u, "xlsx"],
  [/^ppt\//u, "pptx"],
  [/^OFD\.xml$/iu, "ofd"],
  [/^META-INF\/container\.xml$/u, "epub"],
  [/^META-INF\/manifest\.xml$/u, "odf"],
];

async function packageKind(name: string, bytes: Uint8Array, limits: Limits): Promise<FileKind> {
  const { openPackage } = await import("./package.ts"); // what unpacks is loaded for packages only
  const { parts } = await openPackage(name, bytes, limits);
  const found = packageNames.find(([pattern]) => parts.some(({ path }) => pattern.test(path)));
  const [, kind] = found ?? [null, "archive" as const];
  const isOffice = parts.some(({ path }) => path === "[Content_Types].xml");
  return ["docx", "xlsx", "pptx"].includes(kind) && !isOffice ? "archive" : kind;
}

/** Streams and storages by which OLE files are known; the first that one has decides. */
const oleNames: readonly (readonly [stream: string, kind: FileKind])[] = [
  ["EncryptedPackage", "encrypted-office"],
  ["WordDocument", "doc"],
  ["Workbook", "xls"],
  ["Book", "xls"],
  ["PowerPoint Document", "ppt"],
];

function oleKind(name: string, bytes: Uint8Array): FileKind {
  const { names } = openOle(name, bytes);
  const kind = oleNames.find(([stream]) => names.has(stream))?.[1] ?? "old-office";
  return kind === "doc" && claimedBy[endingOf(name)] === "wps" ? "wps" : kind;
}

/** How much of a text is looked at to tell what it is. */
const headBytes = 64 * 1024;

function textKind(bytes: Uint8Array, claimed: FileKind | null): FileKind {
  const decoded = decode(bytes.subarray(0, headBytes));
  const isText = !decoded.text.includes("\0") && decoded.diagnostics.every(({ code }) => code !== "not-text");
  if (!isText) return latin(bytes, 0, 2) === "MZ" ? "program" : "unknown";
  const head = decoded.text.replace(/^\ufeff/u, "").trimStart();
  const marked = textSignatures.find(([pattern]) => pattern.test(head));
  if (marked) return marked[1];
  if (claimed !== "markdown" && fragment.test(head)) return "html"; // Markdown may begin with a piece of HTML
  if (claimed === "markdown" || claimed === "csv" || claimed === "html") return claimed;
  return (claimed === "xls" || claimed === "xlsx") && isTable(head) ? "csv" : "text";
}

/** A page without its frame, as mail programs and office systems write it. */
const fragment = /^<(?:head|body|table|div|meta|title)[\s>]/iu;

const textSignatures: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,4000}?-->\s*)*(?:<!doctype\s+html|<html[\s>])/iu, "html"],
  [/^<\?xml[\s?]/u, "xml"],
  [/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,30}?content-type:\s*multipart\//iu, "mht"],
];

/** Whether most of the first lines hold tabs or commas: what systems "export to Excel" under the name of a workbook. */
function isTable(head: string): boolean {
  const lines = head
    .split(/\r?\n/u)
    .slice(0, 20)
    .filter((line) => line !== "");
  return lines.filter((line) => /[\t,]/u.test(line)).length > lines.length / 2;
}

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.subarray(from, to)).toString("latin1");
