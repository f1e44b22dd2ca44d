import { numberText } from "../docx/number-format.ts";
import { attribute, type HtmlElement, isElement } from "./tree.ts";

/** Ways of counting that a list names itself (HTML Standard, 4.4.5). */
const formats: Readonly<Record<string, string>> = {
  "1": "decimal",
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

/** 列表编号. Number that browsers write before an item of an ordered list, `3. `; empty for other items. */
export function listMark(item: HtmlElement): string {
  const list = item.parentNode;
  if (!list || !("tagName" in list) || list.tagName !== "ol") return "";
  if (/list-style[^;]*none/iu.test(attribute(list, "style") ?? "")) return "";
  const format = formats[attribute(list, "type") ?? "1"] ?? "decimal";
  return `${numberText(positionOf(item, list), format)}. `;
}

function positionOf(item: HtmlElement, list: HtmlElement): number {
  let position = whole(attribute(list, "start"), 1) - 1;
  for (const sibling of list.childNodes) {
    if (!isElement(sibling, "li")) continue;
    position = whole(attribute(sibling, "value"), position + 1);
    if (sibling === item) break;
  }
  return position;
}

function whole(value: string | undefined, otherwise: number): number {
  const number = Number(value);
  return value !== undefined && Number.isInteger(number) ? number : otherwise;
}
