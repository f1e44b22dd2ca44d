import { FileRefused } from "../../ingest/file-refusal.ts";
import type { Limits } from "../format-reader.ts";
import { openPackage } from "../package.ts";
import { partAt, relationshipsOf } from "../relationships.ts";
import { readXml, type XmlElement, type XmlPart } from "../xml.ts";

/** 文档部件. The parts of a Word document, found by their relationships and not by their names. */
export interface WordPackage {
  readonly main: XmlPart;
  /** Roots of the parts that the main part names in this role (`styles`, `header`, `footnotes` …), in order. */
  readonly roots: (role: string) => readonly XmlElement[];
  /** Addresses outside the file that parts of it stand at, links that a reader may follow not counted. */
  readonly outside: number;
  readonly hasMacros: boolean;
}

/** Roles whose parts are read; pictures, fonts and themes stay packed. */
const readRoles = new Set(["styles", "numbering", "header", "footer", "footnotes", "endnotes", "comments"]);

/** 开文档. Opens the parts of a Word document. Throws `FileRefused` when a part is unsafe, missing or damaged. */
export async function openWord(name: string, bytes: Uint8Array, limits: Limits): Promise<WordPackage> {
  const opened = await openPackage(name, bytes, limits);
  const unsafe = opened.parts.find(({ refusal }) => refusal)?.refusal;
  if (unsafe) throw unsafe;
  const within = { opened, file: name, limits };
  const top = await relationshipsOf(within, "");
  const path = top.find(({ role }) => role === "officeDocument")?.target ?? "word/document.xml";
  const main = await partAt(opened, name, path);
  if (!main) throw missing(name, path);
  const own = await relationshipsOf(within, path);
  const settings = own.find(({ role }) => role === "settings")?.target;
  const outer = [...own, ...(settings ? await relationshipsOf(within, settings) : [])];
  const roots = new Map<string, XmlElement[]>();
  for (const { role, target } of own.filter((one) => readRoles.has(one.role) && !one.isOutside)) {
    const part = await partAt(opened, name, target);
    if (part) roots.set(role, [...(roots.get(role) ?? []), readXml(part, limits)]);
  }
  return {
    main,
    roots: (role) => roots.get(role) ?? [],
    outside: outer.filter(({ role, isOutside }) => isOutside && role !== "hyperlink").length,
    hasMacros: opened.parts.some(({ path: one }) => /vbaProject\.bin$/iu.test(one)),
  };
}

const missing = (name: string, path: string): FileRefused =>
  new FileRefused(
    "damaged",
    `${name} lacks its main part ${path}: a Word document without text. Open it in Word or WPS, save it anew and hand that in.`,
  );
