import { attribute, elementsBelow, type HtmlElement } from "./tree.ts";

/** Never shown as text by any browser, or shown as deleted. */
const noText = new Set(["script", "style", "template", "head", "rt", "rp", "iframe", "object", "noframes", "del"]);

/** Shown, but round the text and no part of it. */
const furnitureTags = new Set(["nav", "footer", "noscript", "select", "button", "textarea", "svg", "menu", "dialog"]);
const furnitureRoles = new Set(["navigation", "contentinfo", "search", "menu", "menubar"]);

// class="main nav"      id="footer"      near miss: class="navigate-text"
//             ^^^          ^^^^^^
const furnitureNames =
  /(?:^|\s)(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?|footer|copyright|share|sidebar|pagination|toolbar)(?:\s|$)/iu;

/** 无文. Whether an element holds nothing that is text of the page. */
export const holdsNoText = ({ tagName }: HtmlElement): boolean => noText.has(tagName);

/**
 * 页面家具. Whether an element stands round the text of a page: menus, feet, controls, what is not shown. The head of a site
 * does, the head of an article, which has its title, does not.
 */
export function isFurniture(element: HtmlElement): boolean {
  if (furnitureTags.has(element.tagName) || isHidden(element)) return true;
  if (furnitureRoles.has(attribute(element, "role") ?? "")) return true;
  if (element.tagName === "body" || element.tagName === "main" || element.tagName === "article") return false;
  const isNamed =
    furnitureNames.test(attribute(element, "class") ?? "") || furnitureNames.test(attribute(element, "id") ?? "");
  return (isNamed || element.tagName === "header") && !hasTitle(element);
}

const titles = new Set(["h1", "article", "main"]);
const hasTitle = ({ childNodes }: HtmlElement): boolean => !elementsBelow(childNodes, titles).next().done;

// style="color:red; display: none"
//                   ^^^^^^^^^^^^^
const unseen = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu;

const isHidden = (element: HtmlElement): boolean =>
  attribute(element, "hidden") !== undefined || unseen.test(attribute(element, "style") ?? "");
