// 样本PDF. Small PDFs for tests, written object by object (ISO 32000-1, 7.5); no program of the project uses it.

/** What is written on a page of a sample: text in Chinese at a place from the top left corner, or operators as they are. */
export type SampleMark =
  | { readonly text: string; readonly x: number; readonly y: number; readonly size?: number; readonly turn?: number }
  | { readonly operators: string };

/** A sample: its pages, further entries of its catalogue, and further objects, numbered from 101 on. */
export interface SamplePdf {
  readonly pages: readonly (readonly SampleMark[])[];
  readonly catalogue?: string;
  readonly pageEntries?: string;
  readonly objects?: readonly string[];
  /** Encoding of the font, which is not in the file. */
  readonly encoding?: "UniGB-UCS2-H" | "UniGB-UCS2-V" | "GBK-EUC-H" | "Identity-H";
  /** How the encoding writes a text, as hexadecimal digits. */
  readonly coded?: (text: string) => string;
}

const height = 842;

/** Bytes of a sample, A4 upright. */
export function samplePdf(sample: SamplePdf): Uint8Array {
  const { pages, catalogue = "", pageEntries = "", objects = [], encoding = "UniGB-UCS2-H", coded = utf16 } = sample;
  const numbered = new Map<number, string>();
  const kids = pages.map((_, index) => `${10 + index * 2} 0 R`).join(" ");
  numbered.set(1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`);
  numbered.set(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  numbered.set(
    3,
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [4 0 R] >>`,
  );
  numbered.set(
    4,
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>",
  );
  numbered.set(
    5,
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  );
  for (const [index, marks] of pages.entries()) {
    const content = marks.map((mark) => operatorsOf(mark, coded)).join("\n");
    numbered.set(
      10 + index * 2,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${height}] /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 6 0 R >> >> /Contents ${11 + index * 2} 0 R ${pageEntries} >>`,
    );
    numbered.set(11 + index * 2, stream("", content));
  }
  numbered.set(
    6,
    stream(
      "/Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8",
      "0123456789abcdef",
    ),
  );
  for (const [index, object] of objects.entries()) numbered.set(101 + index, object);
  return assembled(numbered);
}

/** A picture that fills the page. */
export const pagePicture: SampleMark = { operators: `q 595 0 0 ${height} 0 0 cm /Im1 Do Q` };

/** Operators of rules, each from x, y to x, y from the top left corner. */
export function ruleMarks(...rules: readonly (readonly [number, number, number, number])[]): SampleMark {
  return { operators: rules.map(([x, y, toX, toY]) => `${x} ${height - y} m ${toX} ${height - toY} l S`).join("\n") };
}

function operatorsOf(mark: SampleMark, coded: (text: string) => string): string {
  if ("operators" in mark) return mark.operators;
  const { text, x, y, size = 10, turn = 0 } = mark;
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)];
  return `BT /F1 ${size} Tf ${cos} ${-Number(sin)} ${sin} ${cos} ${x} ${height - y} Tm <${coded(text)}> Tj ET`;
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, "0")).join("");
}

function stream(entries: string, content: string): string {
  return `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assembled(objects: ReadonlyMap<number, string>): Uint8Array {
  const pieces = ["%PDF-1.7\n"];
  const places = new Map<number, number>();
  let length = pieces.join("").length;
  for (const [number, object] of objects) {
    const written = `${number} 0 obj\n${object}\nendobj\n`;
    places.set(number, length);
    pieces.push(written);
    length += written.length;
  }
  const size = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: size }, (_, number) => {
    const place = places.get(number);
    return place === undefined ? "0000000000 65535 f \n" : `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  pieces.push(
    `xref\n0 ${size}\n${rows.join("")}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
  );
  return Buffer.from(pieces.join(""), "latin1");
}
