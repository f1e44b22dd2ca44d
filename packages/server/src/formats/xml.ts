import { SaxesParser } from "saxes";
import { FileRefused } from "../ingest/file-refusal.ts";
import type { Limits } from "./format-reader.ts";

/** 元素. An XML element; `name` and the names of attributes are without prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
}

/** XML部件. Where an XML text comes from, for messages, and its bytes. */
export interface XmlPart {
  readonly file: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Characters handed to the parser at a time. */
const portion = 1 << 20;

/**
 * 读XML. The tree of an XML text. With `each`, children of the elements named `within` are handed over one by one as they
 * close and not kept, so that a long document needs the memory of its longest paragraph. Declared entities are refused,
 * never expanded, and nothing is fetched. Throws `FileRefused` (`unsafe`, `too-deep`, `damaged`).
 */
export function readXml(
  part: XmlPart,
  limits: Limits,
  stream?: { readonly within: string; readonly each: (child: XmlElement) => void },
): XmlElement {
  const parser = new SaxesParser({ position: false, xmlns: false });
  const open: Growing[] = [];
  let root: XmlElement | null = null;
  parser.on("doctype", () => {
    throw new FileRefused(
      "unsafe",
      `${part.file}: its part ${part.path} declares a document type (DOCTYPE), through which XML can be made to fetch files or to grow without end; documents of this format have none. Open it in the program that made it and save it anew.`,
    );
  });
  parser.on("opentag", ({ name, attributes }) => {
    open.push({ name: localName(name), attributes: localAttributes(attributes), children: [] });
    if (open.length > limits.depth) throw tooDeep(part.file, `its part ${part.path}`, limits);
  });
  const addText = (text: string): void => void open.at(-1)?.children.push(text);
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const closed = open.pop();
    if (!closed) return;
    const parent = open.at(-1);
    if (!parent) root = closed;
    else if (stream && parent.name === stream.within) stream.each(closed);
    else parent.children.push(closed);
  });
  feed(parser, part);
  if (!root) throw damaged(part, "no element in it");
  return root;
}

interface Growing extends XmlElement {
  readonly children: (XmlElement | string)[];
}

function feed(parser: SaxesParser, part: XmlPart): void {
  const text = xmlText(part.bytes);
  try {
    for (let at = 0; at < text.length; at += portion) parser.write(text.slice(at, at + portion));
    parser.close();
  } catch (failure) {
    throw failure instanceof FileRefused ? failure : damaged(part, failure);
  }
}

/** XML is UTF-8 unless a byte order mark or its own declaration says otherwise. */
function xmlText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const isNational = /^<\?xml[^>]*encoding=["']gb(?:k|2312|18030)["']/iu.test(head);
  return new TextDecoder(isNational ? "gb18030" : "utf-8").decode(bytes);
}

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

function localAttributes(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes))
    if (!name.startsWith("xmlns")) found.set(localName(name), value);
  return found;
}

/** 子元素. Children of an element that are elements, of one name if given. */
export function elements(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name),
  );
}

/** 下级. The first element reached by going down through children of these names; undefined when there is none. */
export function descend(from: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let at = from;
  for (const name of names) at = at && elements(at, name)[0];
  return at;
}

/** 元素文字. All text below an element, in order. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** 过深. Refusal of what nests deeper than the limits allow. */
export function tooDeep(file: string, where: string, { depth }: Limits): FileRefused {
  return new FileRefused(
    "too-deep",
    `${file}: ${where} nests elements deeper than ${depth}, as only a damaged file or one made to do harm does. Open it in the program that made it and save it anew.`,
  );
}

function damaged(part: XmlPart, failure: unknown): FileRefused {
  const found = failure instanceof Error ? failure.message : String(failure);
  return new FileRefused(
    "damaged",
    `${part.file}: its part ${part.path} is no whole XML (${found.slice(0, 200)}). Get the file again from where it came; if it opens there, save it anew.`,
  );
}
