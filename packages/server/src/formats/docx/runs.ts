import { elements, textOf, type XmlElement } from "../xml.ts";
import { isVanished, type Styles } from "./styles.ts";

/** 修订计数. What a document holds beside its text; said once at its end. */
export interface Tally {
  insertions: number;
  deletions: number;
  pictures: number;
  embedded: number;
}

/** 段文. Text of a paragraph, and what hangs on it: hidden words, text boxes, notes by id. `\n` and `\f` are its breaks. */
export interface Runs {
  readonly text: string;
  readonly hidden: string;
  readonly boxes: readonly XmlElement[];
  readonly notes: readonly { readonly kind: "footnotes" | "endnotes"; readonly id: string }[];
}

/** 域状态. Fields that are open, innermost last: true while their code is being told, false in their result. */
export type OpenFields = boolean[];

interface Reading {
  readonly styles: Styles;
  readonly tally: Tally;
  readonly fields: OpenFields;
  readonly text: string[];
  readonly hidden: string[];
  readonly boxes: XmlElement[];
  readonly notes: { kind: "footnotes" | "endnotes"; id: string }[];
}

/**
 * 读段. Text of a paragraph as it stands with all changes accepted: insertions in, deletions out, fields as their last
 * result. `fields` lives as long as the story, because a table of contents is one field over many paragraphs.
 */
export function readRuns(paragraph: XmlElement, context: { styles: Styles; tally: Tally; fields: OpenFields }): Runs {
  const reading: Reading = { ...context, text: [], hidden: [], boxes: [], notes: [] };
  for (const child of elements(paragraph)) take(child, reading, false);
  return { ...reading, text: reading.text.join(""), hidden: reading.hidden.join("") };
}

/** Properties and other things that hold no text of the paragraph. */
const passedOver = new Set([
  "pPr",
  "rPr",
  "sdtPr",
  "sdtEndPr",
  "instrText",
  "delInstrText",
  "rt",
  "Fallback",
  "pPrChange",
]);

/** Characters that stand as elements. */
const characters: Readonly<Record<string, string>> = {
  tab: "\t",
  ptab: "\t",
  cr: "\n",
  noBreakHyphen: "-",
};

/** A box of text is its own story; everything else that is not known is looked into. */
function take(element: XmlElement, reading: Reading, hides: boolean): void {
  const { name } = element;
  const character = Object.hasOwn(characters, name) ? characters[name] : undefined;
  if (passedOver.has(name)) return;
  if (character !== undefined) write(character, reading, hides);
  else if (name === "t") write(textOf(element), reading, hides);
  else if (name === "br") write(element.attributes.get("type") === "page" ? "\f" : "\n", reading, hides);
  else if (name === "sym") write(symbol(element), reading, hides);
  else if (name === "del" || name === "moveFrom") reading.tally.deletions += 1;
  else if (name === "fldChar") turnField(element.attributes.get("fldCharType"), reading.fields);
  else if (name === "footnoteReference" || name === "endnoteReference") note(element, reading);
  else if (name === "txbxContent") reading.boxes.push(element);
  else takeBelow(element, reading, hides);
}

function takeBelow(element: XmlElement, reading: Reading, hides: boolean): void {
  if (element.name === "ins" || element.name === "moveTo") reading.tally.insertions += 1;
  if (element.name === "blip" || element.name === "imagedata") reading.tally.pictures += 1;
  if (element.name === "OLEObject") reading.tally.embedded += 1;
  const isHidden = hides || (element.name === "r" && runHides(element, reading.styles));
  for (const child of element.name === "AlternateContent" ? chosen(element) : elements(element))
    take(child, reading, isHidden);
}

/** The first choice, or what stands for it in programs that know none. */
function chosen(element: XmlElement): readonly XmlElement[] {
  const [choice] = elements(element, "Choice");
  if (choice) return [choice];
  return elements(element, "Fallback").flatMap((fallback) => elements(fallback));
}

function runHides(run: XmlElement, styles: Styles): boolean {
  const [properties] = elements(run, "rPr");
  if (!properties) return false;
  const [style] = elements(properties, "rStyle");
  return isVanished(properties) || styles.hides(style?.attributes.get("val"));
}

function write(text: string, { fields, hidden, text: shown }: Reading, hides: boolean): void {
  if (fields.includes(true)) return;
  (hides ? hidden : shown).push(text);
}

function turnField(turn: string | undefined, fields: OpenFields): void {
  if (turn === "begin") fields.push(true);
  else if (turn === "separate") fields.splice(-1, 1, false);
  else if (turn === "end") fields.pop();
}

/** Symbol fonts number their signs in the private area; ticks and boxes of forms are told, others are a square. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get("char") ?? "", 16) & 0xff;
  const isWingdings = /wingdings/iu.test(element.attributes.get("font") ?? "");
  return (isWingdings && signs[code]) || "□";
}

const signs: Readonly<Record<number, string>> = {
  0xa8: "□",
  0xfc: "✓",
  0xfb: "✗",
  0xfe: "☑",
  0xfd: "☒",
  0x52: "☑",
  0x6f: "□",
};

function note(element: XmlElement, { notes }: Reading): void {
  const kind = element.name === "footnoteReference" ? "footnotes" : "endnotes";
  notes.push({ kind, id: element.attributes.get("id") ?? "" });
}
