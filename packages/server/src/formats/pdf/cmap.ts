/**
 * 编码表. Stands in for the CMap files that pdf.js asks for when a font is not in the file (old Chinese PDFs: `GBK-EUC-H`,
 * `UniGB-UCS2-H`). The real files lead from codes to glyph numbers and from these to characters; these tables lead from
 * codes to numbers of our own above all real ones, and from those to the same characters, so that nothing but Unicode and
 * the decoders of the platform is needed. Real glyph numbers, which cannot be told without the files, become U+FFFD and
 * never a wrong character. Adobe Technical Note 5099 describes the files.
 */
export class BuiltInCMaps {
  // oxlint-disable-next-line class-methods-use-this -- pdf.js wants an object with this method
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    if (kind !== "cMapUrl") throw new Error(`${filename} is not held: no fonts come with Qipan`);
    return new TextEncoder().encode(cMapText(filename.replace(/\.bcmap$/u, "")));
  }
}

/** Real glyph numbers of Adobe's collections lie below; ours begin here. */
const firstOwn = 0x7800;

/** Characters that have a number of ours, range after range from `firstOwn` on. */
const ranges: readonly (readonly [from: number, to: number])[] = [
  [0x4e00, 0x9fff],
  [0x0020, 0x04ff],
  [0x2000, 0x33ff],
  [0x3400, 0x4dbf],
  [0xf900, 0xf9ff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
];

/** Text of a CMap by its name. Throws for one that is not made here. */
export function cMapText(name: string): string {
  if (/^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/u.test(name)) return toCharacters();
  if (/^Uni(?:GB|CNS|JIS|KS)-(?:UCS2|UTF16)-[HV]$/u.test(name)) return fromUnicode(name);
  const charset = charsets[name.replace(/-[HV]$/u, "")];
  if (charset) return fromCharset(name, charset);
  throw new Error(`The CMap ${name} is not held`);
}

const charsets: Readonly<Record<string, string>> = {
  "GBK-EUC": "gb18030",
  "GBKp-EUC": "gb18030",
  GBK2K: "gb18030",
  "GB-EUC": "gb18030",
  "GBpc-EUC": "gb18030",
  B5pc: "big5",
  "ETen-B5": "big5",
  "ETenms-B5": "big5",
};

const hex = (value: number, digits = 4): string => `<${value.toString(16).padStart(digits, "0")}>`;

/** A CMap in the syntax of PostScript; `codes` are its ranges of codes, `body` its mappings. */
function cMap(name: string, codes: string, body: string): string {
  const mode = name.endsWith("-V") ? "/WMode 1 def\n" : "";
  return `begincmap\n/CMapName /${name} def\n${mode}${codes}\n${body}\nendcmap\n`;
}

function inBlocks(kind: string, rows: readonly string[]): string {
  const blocks: string[] = [];
  for (let at = 0; at < rows.length; at += 100) {
    const part = rows.slice(at, at + 100);
    blocks.push(`${part.length} begin${kind}\n${part.join("\n")}\nend${kind}`);
  }
  return blocks.join("\n");
}

/** Every range cut where the last byte starts over, as the syntax wants it. */
function pages(): readonly { readonly from: number; readonly to: number; readonly own: number }[] {
  let own = firstOwn;
  return ranges.flatMap(([from, to]) => {
    const found: { from: number; to: number; own: number }[] = [];
    for (let at = from; at <= to; ) {
      const end = Math.min(to, at | 0xff, at + (0xff - (own & 0xff)));
      found.push({ from: at, to: end, own });
      own += end - at + 1;
      at = end + 1;
    }
    return found;
  });
}

function fromUnicode(name: string): string {
  const rows = pages().map(({ from, to, own }) => `${hex(from)} ${hex(to)} ${own}`);
  return cMap(name, "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange", inBlocks("cidrange", rows));
}

function toCharacters(): string {
  const rows = pages().map(({ from, to, own }) => `${hex(own)} ${hex(own + to - from)} ${hex(from)}`);
  const latin = "<0001> <005f> <0020>"; // the same in all collections
  const unknown = Array.from({ length: firstOwn - 0x60 }, (_, index) => `${hex(index + 0x60)} <fffd>`);
  const codes = "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange";
  return cMap("Adobe-UCS2", codes, `${inBlocks("bfrange", [latin, ...rows])}\n${inBlocks("bfchar", unknown)}`);
}

/** One byte for ASCII, two for the rest, read with the platform's decoder. */
function fromCharset(name: string, charset: string): string {
  const decoder = new TextDecoder(charset);
  const own = new Map(
    pages().flatMap(({ from, to, own: first }) =>
      Array.from({ length: to - from + 1 }, (_, index) => [from + index, first + index] as const),
    ),
  );
  const rows: string[] = [];
  const add = (bytes: readonly number[]): void => {
    const number = own.get(decoder.decode(Uint8Array.from(bytes)).codePointAt(0) ?? 0);
    const code = bytes.reduce((value, byte) => value * 256 + byte, 0);
    if (number !== undefined) rows.push(`${hex(code, bytes.length * 2)} ${number}`);
  };
  for (let byte = 0x20; byte < 0x7f; byte += 1) add([byte]);
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) if (trail !== 0x7f) add([lead, trail]);
  const codes = "2 begincodespacerange\n<00> <80>\n<8140> <fefe>\nendcodespacerange";
  return cMap(name, codes, inBlocks("cidchar", rows));
}
