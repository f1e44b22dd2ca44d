import type { Diagnostic, Encoding } from "../records/document-text.ts";

/** 解码结果. Text exactly as stored, a byte order mark included, so offsets count from the first code unit of the file. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly diagnostics: readonly Diagnostic[];
}

/** Share of unreadable characters up to which a decoding is believed: a file cut inside a character has one. */
const TOLERATED = 0.002;

/**
 * 解码. Finds the encoding of a text file (UTF-8 or UTF-16 with or without byte order mark, GB 18030) and decodes it.
 * Never throws: bytes that are no text give an empty text and an error diagnostic `not-text`; damage inside a text is
 * kept as U+FFFD and reported as `damaged-characters`.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { text: "", encoding: "utf-8", diagnostics: [] };
  const marked = markedEncoding(bytes);
  if (marked) return decodedAs(bytes, marked);
  const signature = binarySignature(bytes);
  if (signature) return notText(bytes, signature);
  const wide = unmarkedUtf16(bytes);
  if (wide) return decodedAs(bytes, wide);
  if (hasControlBytes(bytes)) return notText(bytes, "control bytes");
  return byDamage(bytes);
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

const signatures: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ["a ZIP container (docx, xlsx, ofd)", [0x50, 0x4b, 0x03, 0x04]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["an OLE container (doc, xls, wps)", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["a JPEG image", [0xff, 0xd8, 0xff]],
];

function binarySignature(bytes: Uint8Array): string | null {
  const found = signatures.find(([, head]) => head.every((byte, index) => bytes[index] === byte));
  return found ? found[0] : null;
}

/** Chinese UTF-16 shows high bytes 0x00, 0x30 and 0x4e-0x9f at one parity far more often than at the other. */
function unmarkedUtf16(bytes: Uint8Array): Encoding | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const length = Math.min(bytes.length, 4096);
  const highs = [0, 0];
  let zeros = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) zeros += 1;
    if (byte === 0 || byte === 0x30 || byte === 0xff || (byte >= 0x4e && byte <= 0x9f))
      highs[at % 2] = (highs[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = highs;
  if (zeros === 0 || Math.max(even, odd) < length * 0.45) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

function hasControlBytes(bytes: Uint8Array): boolean {
  let controls = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 32 && (byte < 9 || (byte > 13 && byte !== 27))) controls += 1;
  }
  return controls > 2 + bytes.length * 0.001;
}

/** UTF-8 unless it reads clearly worse than GB 18030; no text when both read badly. */
function byDamage(bytes: Uint8Array): Decoded {
  const utf8 = decodedAs(bytes, "utf-8");
  if (damage(utf8) <= tolerance(utf8.text)) return utf8;
  const national = decodedAs(bytes, "gb18030");
  if (damage(national) <= tolerance(national.text)) return national;
  return notText(bytes, "bytes that are neither UTF-8, UTF-16 nor GB 18030");
}

const tolerance = (text: string): number => Math.max(1, text.length * TOLERATED);
const damage = (decoded: Decoded): number => decoded.diagnostics.reduce((sum, { start, end }) => sum + end - start, 0);

function decodedAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, diagnostics: damagedRuns(text) };
}

function damagedRuns(text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let at = text.indexOf("\ufffd");
  while (at >= 0) {
    let end = at + 1;
    while (text.charCodeAt(end) === 0xfffd) end += 1;
    found.push({
      code: "damaged-characters",
      severity: "warning",
      message: `${end - at} unreadable character(s) at ${at}: the file is cut or damaged there. Get a clean copy if the passage matters.`,
      start: at,
      end,
    });
    at = text.indexOf("\ufffd", end);
  }
  return found;
}

function notText(bytes: Uint8Array, what: string): Decoded {
  const message = `Found ${what} in ${bytes.length} bytes, expected plain text (UTF-8, UTF-16 or GB 18030). Save the file as text and read it again.`;
  return {
    text: "",
    encoding: "utf-8",
    diagnostics: [{ code: "not-text", severity: "error", message, start: 0, end: 0 }],
  };
}
