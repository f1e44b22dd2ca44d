import { FileRefused } from "../../ingest/file-refusal.ts";
import type { Limits } from "../format-reader.ts";
import { openPackage, type Package } from "../package.ts";
import { descend, elements, readXml, textOf, type XmlElement } from "../xml.ts";

/** 版式页. A page of an OFD document: its layers, those of its templates first, and its size in millimetres. */
export interface OfdPage {
  readonly content: readonly XmlElement[];
  readonly box: Box;
}

/** 框. Left, top, width and height in millimetres. */
export type Box = readonly [left: number, top: number, width: number, height: number];

/** 版式文档. Pages in order, read one by one, and the names of the files that it carries along. */
export interface OfdPackage {
  readonly pages: readonly (() => Promise<OfdPage>)[];
  readonly attachments: readonly string[];
}

interface Opened {
  readonly read: (path: string) => Promise<XmlElement | null>;
  readonly name: string;
}

/** A4, where a document states no size. */
const usualBox: Box = [0, 0, 210, 297];

/**
 * 开版式文档. Opens the documents of an OFD file (GB/T 33190-2016, 7). Throws `FileRefused` when a part is unsafe, missing or
 * damaged, or when the parts are encrypted.
 */
export async function openOfd(name: string, bytes: Uint8Array, limits: Limits): Promise<OfdPackage> {
  const opened = await openPackage(name, bytes, limits);
  const unsafe = opened.parts.find(({ refusal }) => refusal)?.refusal;
  if (unsafe) throw unsafe;
  if (opened.parts.some(({ path }) => /^(?:Encryptions|Decryptions?)\.xml$/iu.test(path))) throw encrypted(name);
  const read = async (path: string): Promise<XmlElement | null> => partAt(opened, name, path, limits);
  const root = await read("OFD.xml");
  const documents = root ? elements(root, "DocBody").map((body) => resolved("", textAt(body, "DocRoot"))) : [];
  const pages = await Promise.all(documents.map((path) => pagesOf({ read, name }, path)));
  const attachments = opened.parts
    .map(({ path }) => path)
    .filter((path) => /\/Attach(?:s|ments?)?\/(?!.*\.xml$)/iu.test(path));
  return { pages: pages.flat(), attachments: attachments.map((path) => path.slice(path.lastIndexOf("/") + 1)) };
}

// oxlint-disable-next-line max-params -- the last two only say what and how much
async function partAt(opened: Package, file: string, path: string, limits: Limits): Promise<XmlElement | null> {
  const part = opened.parts.find((one) => one.path.toLowerCase() === path.toLowerCase());
  return part ? readXml({ file, path, bytes: await opened.read(part) }, limits) : null;
}

async function pagesOf(opened: Opened, path: string): Promise<OfdPackage["pages"]> {
  const document = await opened.read(path);
  if (!document) throw missing(opened.name, path);
  const common = descend(document, "CommonData");
  const box = boxOf(descend(common, "PageArea")) ?? usualBox;
  const templates = new Map(
    (common ? elements(common, "TemplatePage") : []).map(({ attributes }) => [
      attributes.get("ID") ?? "",
      resolved(path, attributes.get("BaseLoc") ?? ""),
    ]),
  );
  return elements(descend(document, "Pages") ?? document, "Page").map((page) => async () => {
    const place = resolved(path, page.attributes.get("BaseLoc") ?? "");
    const content = await opened.read(place);
    if (!content) throw missing(opened.name, place);
    const under = elements(content, "Template").map(({ attributes }) =>
      templates.get(attributes.get("TemplateID") ?? ""),
    );
    const below = await Promise.all(under.map(async (one) => (one === undefined ? null : opened.read(one))));
    const layers = [...below, content].flatMap((one) => (one ? elements(one, "Content") : []));
    return { content: layers, box: boxOf(descend(content, "Area")) ?? box };
  });
}

const textAt = (element: XmlElement, name: string): string => {
  const found = descend(element, name);
  return found ? textOf(found).trim() : "";
};

function boxOf(area: XmlElement | undefined): Box | null {
  const box = descend(area, "PhysicalBox");
  const [left, top, width, height] = box ? numbers(textOf(box)) : [];
  return left === undefined || top === undefined || !width || !height ? null : [left, top, width, height];
}

/** 数列. Numbers of a list separated by spaces; what is none is 0. */
export const numbers = (text: string | undefined): readonly number[] =>
  (text ?? "").trim() === ""
    ? []
    : (text ?? "")
        .trim()
        .split(/[\s,]+/u)
        .map((one) => (Number.isFinite(Number(one)) ? Number(one) : 0));

/** Places are told from the root of the package or from the folder of the part that tells them. */
function resolved(from: string, to: string): string {
  if (to.startsWith("/")) return to.slice(1);
  const steps = from.split("/").slice(0, -1);
  for (const step of to.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

const encrypted = (name: string): FileRefused =>
  new FileRefused(
    "encrypted",
    `${name} is an encrypted OFD document. Open it with its password or certificate, save it without (另存为) and hand that in.`,
  );

const missing = (name: string, path: string): FileRefused =>
  new FileRefused(
    "damaged",
    `${name} lacks its part ${path}. Get it again from where it came; if it opens there, save it anew or as PDF.`,
  );
