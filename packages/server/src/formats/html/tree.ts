import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from "parse5";
import type { Limits } from "../format-reader.ts";
import { tooDeep } from "../xml.ts";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/**
 * 网页树. Tree of a page as browsers build it. Depth is counted while it grows: a page that nests without end is refused
 * before it costs anything. Throws `FileRefused` (`too-deep`).
 */
export function htmlTree(name: string, html: string, limits: Limits): readonly HtmlNode[] {
  let depth = 0;
  const treeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: (): void => {
      depth += 1;
      if (depth > limits.depth) throw tooDeep(name, "the page", limits);
    },
    onItemPop: (): void => {
      depth -= 1;
    },
  };
  return parse(html, { treeAdapter, scriptingEnabled: false, sourceCodeLocationInfo: false }).childNodes;
}

/** Whether a node is an element; `tag` asks for one of its names. */
export function isElement(node: HtmlNode, tag?: string): node is HtmlElement {
  return "tagName" in node && (tag === undefined || node.tagName === tag);
}

/** 属性. Value of an attribute; undefined when the element has none of that name. */
export function attribute({ attrs }: HtmlElement, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

/** 后代. Elements of a name below these nodes, in order. */
export function* elementsBelow(nodes: readonly HtmlNode[], tags: ReadonlySet<string>): Generator<HtmlElement> {
  for (const node of nodes) {
    if (!isElement(node)) continue;
    if (tags.has(node.tagName)) yield node;
    yield* elementsBelow(node.childNodes, tags);
  }
}
