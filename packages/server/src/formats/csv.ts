import { parse } from "csv-parse/sync";
import { decode } from "@qipan/policy/text/decode";
import { FileRefused } from "../ingest/file-refusal.ts";
import type { FormatReader } from "./format-reader.ts";
import { sourceWriter } from "./source-writer.ts";

/** The one sheet of a table in plain text. */
const sheet = "表1";

/**
 * CSV 读取. Rows of a table in plain text, parted by comma, semicolon, TAB or upright stroke, whichever parts most of its
 * lines alike. The text that is kept is that of the cells, parted by TAB as in every table, and not that of the file:
 * quotation marks that only hold a cell together are gone, doubled ones are single, line breaks inside a cell are U+2028.
 * Rows are numbered as a spreadsheet shows them. What breaks the form is read as far as it goes and told.
 */
export const csvReader: FormatReader = {
  format: "csv",
  read: async (name, bytes, limits) => {
    const { text, encoding, diagnostics } = decode(bytes);
    const noText = diagnostics.find(({ code }) => code === "not-text");
    if (noText) throw new FileRefused("not-text", `${name}: ${noText.message}`);
    const writer = sourceWriter(name, "csv", limits);
    const content = text.replace(/^\ufeff/u, "");
    const delimiter = delimiterOf(content);
    const { rows, isLoose } = rowsOf(content, delimiter);
    for (const [index, cells] of rows.entries()) writer.row(sheet, index + 1, cells);
    if (isLoose)
      writer.diagnose(
        "loose-quotes",
        "warning",
        `${name} has quotation marks that do not pair, so cells were cut at every ${delimiterNames[delimiter]}. Compare with the file, or save it anew as CSV.`,
      );
    for (const { code, severity, message } of diagnostics) writer.diagnose(code, severity, message);
    return writer.finish(encoding);
  },
};

const delimiterNames = {
  "\t": "TAB",
  "|": "upright stroke",
  ";": "semicolon",
  ",": "comma",
  "，": "Chinese comma",
} as const;
type Delimiter = keyof typeof delimiterNames;

/** Lines that are looked at to find what parts the cells. */
const sampleLines = 40;

/**
 * 认分隔. The sign that parts the lines of a table: the one that most lines hold equally often, the more often the better,
 * of equals the one that numbers and sentences do not hold; comma where none does. Signs inside quotation marks do not count.
 */
export function delimiterOf(text: string): Delimiter {
  const head = text.slice(0, 64 * 1024).replaceAll(/"(?:[^"]|"")*"/gu, "");
  const lines = head
    .split(/\r\n?|\n/u)
    .filter((line) => line.trim() !== "")
    .slice(0, sampleLines);
  const signs = Object.keys(delimiterNames) as Delimiter[]; // its keys are the signs
  const scored = signs.map((sign) => ({ sign, score: agreement(lines.map((line) => line.split(sign).length - 1)) }));
  const best = scored.reduce((first, one) => (one.score > first.score ? one : first));
  return best.score > 0 ? best.sign : ",";
}

/** How many lines agree on how often a sign stands in them, weighed a little by how often. */
function agreement(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  return Math.max(0, ...[...tally].map(([count, lines]) => lines * (1 + Math.min(count, 50) / 100)));
}

interface Rows {
  readonly rows: readonly (readonly string[])[];
  readonly isLoose: boolean;
}

function rowsOf(text: string, delimiter: Delimiter): Rows {
  const options = {
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ["\r\n", "\n", "\r"],
  };
  try {
    return { rows: parse(text, options), isLoose: false }; // rows of cells, as no columns are named
  } catch {
    const rows = text.split(/\r\n?|\n/u).map((line) => line.split(delimiter));
    return { rows, isLoose: true };
  }
}
