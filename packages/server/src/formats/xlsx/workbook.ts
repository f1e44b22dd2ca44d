import { FileRefused } from "../../ingest/file-refusal.ts";
import type { Limits } from "../format-reader.ts";
import { openPackage, type Package } from "../package.ts";
import { partAt, relationshipsOf } from "../relationships.ts";
import { descend, elements, readXml, textOf, type XmlElement, type XmlPart } from "../xml.ts";
import { type NumberFormat, numberFormat, plainNumber } from "./number-format.ts";

/** 工作簿. What all sheets of a workbook share, and the sheets in their order, each still packed. */
export interface Workbook {
  readonly opened: Package;
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
  /** How a cell of a style shows numbers. */
  readonly formatOf: (style: string | undefined) => NumberFormat;
  readonly hasMacros: boolean;
  readonly hasOutside: boolean;
  /** Sheets that hold a chart alone. */
  readonly charts: readonly string[];
}

/** A sheet by its name and the path of its part. */
export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** 开工作簿. Throws `FileRefused` when a part is unsafe, missing or damaged. */
export async function openWorkbook(name: string, bytes: Uint8Array, limits: Limits): Promise<Workbook> {
  const opened = await openPackage(name, bytes, limits);
  const unsafe = opened.parts.find(({ refusal }) => refusal)?.refusal;
  if (unsafe) throw unsafe;
  const setting = { opened, file: name, limits };
  const top = await relationshipsOf(setting, "");
  const path = top.find(({ role }) => role === "officeDocument")?.target ?? "xl/workbook.xml";
  const main = await partAt(opened, name, path);
  if (!main) throw missing(name, path);
  const book = readXml(main, limits);
  const own = await relationshipsOf(setting, path);
  const partOf = async (role: string): Promise<XmlPart | null> => {
    const found = own.find((one) => one.role === role && !one.isOutside);
    return found ? partAt(opened, name, found.target) : null;
  };
  const entries = elements(descend(book, "sheets") ?? book, "sheet").map(({ attributes }) => {
    const target = own.find(({ id }) => id === attributes.get("id"));
    const isHidden = (attributes.get("state") ?? "visible") !== "visible";
    return { name: attributes.get("name") ?? "", path: target?.target ?? "", role: target?.role ?? "", isHidden };
  });
  const is1904 = isTrue(descend(book, "workbookPr")?.attributes.get("date1904"));
  return {
    opened,
    sheets: entries.filter(({ role }) => role === "worksheet"),
    charts: entries.filter(({ role }) => role !== "worksheet").map((entry) => entry.name),
    strings: stringsOf(await partOf("sharedStrings"), limits),
    formatOf: formatsOf(await partOf("styles"), limits, is1904),
    hasMacros: opened.parts.some(({ path: one }) => /vbaProject\.bin$/iu.test(one)),
    hasOutside: own.some(({ role }) => role === "externalLink" || role === "connections"),
  };
}

/** 真值. Attributes are true as `1` or `true`. */
export function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function stringsOf(part: XmlPart | null, limits: Limits): readonly string[] {
  const strings: string[] = [];
  if (part) readXml(part, limits, { within: "sst", each: (item) => strings.push(richText(item)) });
  return strings;
}

/** 单元格文字. Words of a shared or inline string, readings of characters (拼音) left out. */
export function richText(item: XmlElement): string {
  const runs = elements(item).map((child) => {
    if (child.name === "t") return textOf(child);
    const text = child.name === "r" ? elements(child, "t")[0] : undefined;
    return text ? textOf(text) : "";
  });
  return runs
    .join("")
    .replaceAll(/_x(?<code>[0-9A-Fa-f]{4})_/gu, (_, code: string) => escaped(Number.parseInt(code, 16)));
}

/** Characters that XML cannot hold are written `_x000D_`; line ends are all that is kept of them. */
const escaped = (code: number): string =>
  code === 0x0d ? "" : code === 0x0a ? "\n" : code >= 0x20 ? String.fromCharCode(code) : "";

function formatsOf(part: XmlPart | null, limits: Limits, is1904: boolean): (style: string | undefined) => NumberFormat {
  if (!part) return () => plainNumber;
  const styles = readXml(part, limits);
  const codes = new Map(
    elements(descend(styles, "numFmts") ?? empty, "numFmt").map(({ attributes }) => [
      Number(attributes.get("numFmtId")),
      attributes.get("formatCode"),
    ]),
  );
  const formats = elements(descend(styles, "cellXfs") ?? empty, "xf").map(({ attributes }) => {
    const id = Number(attributes.get("numFmtId") ?? 0);
    return numberFormat(id, codes.get(id), { is1904 });
  });
  return (style) => formats[Number(style ?? 0)] ?? plainNumber;
}

const empty: XmlElement = { name: "", attributes: new Map(), children: [] };

const missing = (name: string, path: string): FileRefused =>
  new FileRefused(
    "damaged",
    `${name} lacks its main part ${path}: a workbook without sheets. Open it in Excel or WPS, save it anew and hand that in.`,
  );
