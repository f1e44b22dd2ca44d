import { descend, elements, type XmlElement } from "../xml.ts";

/** 列表引用. Which list a paragraph counts in, and at which level; null where only the other was said. */
export interface ListReference {
  readonly list: string | null;
  readonly level: number | null;
}

/** 样式. What a paragraph style says of structure, its ancestors included; null where it says nothing. */
export interface ParagraphStyle {
  readonly outline: number | null;
  readonly role: "title" | "caption" | "contents" | null;
  readonly numbering: ListReference | null;
  readonly hidden: boolean;
}

/** 样式表. Styles by id. */
export interface Styles {
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  /** Whether a character style hides text. */
  readonly hides: (id: string | undefined) => boolean;
  /** List that a list style (`numStyleLink`) leads to. */
  readonly listOf: (id: string) => string | null;
}

/** Ancestors that are followed; a style that is its own ancestor ends there. */
const longestLine = 20;

/** 读样式. Styles of a document; without the part every paragraph is plain. */
export function readStyles(root: XmlElement | null): Styles {
  const styles = new Map<string, XmlElement>();
  let standard: string | undefined;
  for (const style of root ? elements(root, "style") : []) {
    const id = style.attributes.get("styleId");
    if (id === undefined) continue;
    styles.set(id, style);
    if (style.attributes.get("type") === "paragraph" && isOn(style.attributes.get("default"))) standard = id;
  }
  const line = (id: string | undefined): readonly XmlElement[] => lineOf(styles, id ?? standard);
  const known = new Map<string | undefined, ParagraphStyle>();
  return {
    paragraph: (id) => {
      const style = known.get(id) ?? merged(line(id));
      known.set(id, style);
      return style;
    },
    hides: (id) => id !== undefined && line(id).some((style) => isVanished(descend(style, "rPr"))),
    listOf: (id) =>
      line(id)
        .map(numberingOf)
        .find((found) => found?.list)?.list ?? null,
  };
}

function lineOf(styles: ReadonlyMap<string, XmlElement>, id: string | undefined): readonly XmlElement[] {
  const line: XmlElement[] = [];
  let at = id === undefined ? undefined : styles.get(id);
  while (at && line.length < longestLine) {
    line.push(at);
    at = styles.get(descend(at, "basedOn")?.attributes.get("val") ?? "");
  }
  return line;
}

function merged(line: readonly XmlElement[]): ParagraphStyle {
  const names = line.map((style) => descend(style, "name")?.attributes.get("val") ?? "");
  const numberings = line.map(numberingOf);
  return {
    outline: first(line.map((style, index) => outlineOf(descend(style, "pPr")) ?? levelInName(names[index] ?? ""))),
    role: first(names.map(roleOf)),
    numbering: {
      list: first(numberings.map((one) => one?.list ?? null)),
      level: first(numberings.map((one) => one?.level ?? null)),
    },
    hidden: line.some((style) => isVanished(descend(style, "rPr"))),
  };
}

const first = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null;

const numberingOf = (style: XmlElement): ListReference | null => listReference(descend(style, "pPr"));

/** 列表引用. What paragraph properties say of a list. */
export function listReference(properties: XmlElement | undefined): ListReference | null {
  const reference = descend(properties, "numPr");
  if (!reference) return null;
  const level = descend(reference, "ilvl")?.attributes.get("val");
  return {
    list: descend(reference, "numId")?.attributes.get("val") ?? null,
    level: level === undefined ? null : Number(level),
  };
}

/** 大纲级别. Outline level from 1 that paragraph properties state; 0 for body text, null when they state none. */
export function outlineOf(properties: XmlElement | undefined): number | null {
  const level = descend(properties, "outlineLvl")?.attributes.get("val");
  if (level === undefined) return null;
  return Number(level) < 9 ? Number(level) + 1 : 0;
}

// heading 1      标题 2      near miss: 标题行
//         ^          ^
function levelInName(name: string): number | null {
  const level = /^(?:heading|标题)\s*(?<level>[1-9])$/iu.exec(name)?.groups?.["level"];
  return level === undefined ? null : Number(level);
}

function roleOf(name: string): ParagraphStyle["role"] {
  if (/^(?:title|标题|文档标题)$/iu.test(name)) return "title";
  if (/^(?:caption|题注|图题|表题)$/iu.test(name)) return "caption";
  return /^(?:toc|目录)\s*(?:\d|heading)/iu.test(name) ? "contents" : null;
}

/** Whether run properties hide their text (`w:vanish`). */
export function isVanished(properties: XmlElement | undefined): boolean {
  const vanish = descend(properties, "vanish");
  return vanish !== undefined && isOn(vanish.attributes.get("val") ?? "1");
}

/** Whether a switch of WordprocessingML is on; an element without value is. */
export const isOn = (value: string | undefined): boolean =>
  value !== undefined && !["0", "false", "off", "none"].includes(value);
