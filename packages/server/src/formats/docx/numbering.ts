import { descend, elements, type XmlElement } from "../xml.ts";
import { numberText } from "./number-format.ts";
import type { ListReference, Styles } from "./styles.ts";

/** 自动编号. Counts the paragraphs of a document and writes the number that Word shows before each. */
export interface Numbering {
  /** Number of the next paragraph in a list, `（一）` or `1.1 `; empty for bullets. Counts up: call once a paragraph. */
  label(reference: ListReference, style: string | undefined): string;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly text: string;
  readonly plainFigures: boolean;
  readonly restartAfter: number | null;
  readonly style: string | undefined;
}

interface List {
  /** Lists of the same family go on counting where another left off. */
  readonly family: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startsAt: ReadonlyMap<number, number>;
}

/** 读编号. Lists of the part `numbering.xml`; without it no paragraph has a number of its own. */
export function readNumbering(root: XmlElement | null, styles: Styles): Numbering {
  const lists = root ? listsOf(root, styles) : new Map<string, List>();
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  return {
    label: ({ list: id, level: stated }, style) => {
      const list = id === null ? undefined : lists.get(id);
      if (!list || id === null) return "";
      const level = stated ?? levelOfStyle(list, style) ?? 0;
      const counts = counters.get(list.family) ?? new Map<number, number>();
      counters.set(list.family, counts);
      if (!begun.has(id)) for (const [at, start] of list.startsAt) counts.set(at, start - 1);
      begun.add(id);
      count(list, counts, level);
      return labelOf(list, counts, level);
    },
  };
}

function levelOfStyle({ levels }: List, style: string | undefined): number | null {
  if (style === undefined) return null;
  return [...levels].find(([, level]) => level.style === style)?.[0] ?? null;
}

function count({ levels }: List, counts: Map<number, number>, level: number): void {
  counts.set(level, (counts.get(level) ?? (levels.get(level)?.start ?? 1) - 1) + 1);
  for (const [deeper, { restartAfter }] of levels) {
    const restarts = restartAfter === null ? level < deeper : restartAfter > 0 && level < restartAfter;
    if (deeper > level && restarts) counts.delete(deeper);
  }
}

// %1.%2 → 2.3      第%1条 → 第十二条
function labelOf({ levels }: List, counts: ReadonlyMap<number, number>, level: number): string {
  const own = levels.get(level);
  if (!own || own.format === "bullet") return "";
  const written = own.text.replaceAll(/%(?<level>[1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const format = own.plainFigures ? "decimal" : (levels.get(at)?.format ?? "decimal");
    return numberText(counts.get(at) ?? levels.get(at)?.start ?? 1, format);
  });
  const label = written.trim();
  return label === "" || /[、）)】〕：]$/u.test(label) ? label : `${label} `;
}

function listsOf(root: XmlElement, styles: Styles): Map<string, List> {
  const families = new Map(
    elements(root, "abstractNum").map((one) => [one.attributes.get("abstractNumId") ?? "", one]),
  );
  const lists = new Map<string, List>();
  const links = new Map(elements(root, "num").map((one) => [one.attributes.get("numId") ?? "", one]));
  for (const [id, num] of links) {
    const { family, element } = familyOf(num, { families, links, styles });
    const levels = element ? levelsOf(elements(element, "lvl")) : new Map<number, Level>();
    const startsAt = new Map<number, number>();
    for (const override of elements(num, "lvlOverride")) {
      const level = Number(override.attributes.get("ilvl") ?? 0);
      for (const [at, own] of levelsOf(elements(override, "lvl"))) levels.set(at, own);
      const start = descend(override, "startOverride")?.attributes.get("val");
      if (start !== undefined) startsAt.set(level, Number(start));
    }
    lists.set(id, { family, levels, startsAt });
  }
  return lists;
}

interface Register {
  readonly families: ReadonlyMap<string, XmlElement>;
  readonly links: ReadonlyMap<string, XmlElement>;
  readonly styles: Styles;
}

/** The definition that a list is of; one that only names a list style is looked up there, once. */
function familyOf(
  num: XmlElement,
  { families, links, styles }: Register,
): { family: string; element: XmlElement | undefined } {
  const family = familyId(num);
  const element = families.get(family);
  const style = descend(element, "numStyleLink")?.attributes.get("val");
  const linked = style === undefined ? undefined : links.get(styles.listOf(style) ?? "");
  if (!linked) return { family, element };
  return { family: familyId(linked), element: families.get(familyId(linked)) };
}

const familyId = (num: XmlElement): string => descend(num, "abstractNumId")?.attributes.get("val") ?? "";

function levelsOf(found: readonly XmlElement[]): Map<number, Level> {
  return new Map(
    found.map((level) => {
      const said = (name: string): string | undefined => descend(level, name)?.attributes.get("val");
      const restart = said("lvlRestart");
      return [
        Number(level.attributes.get("ilvl") ?? 0),
        {
          start: Number(said("start") ?? 1),
          format: formatOf(level),
          text: said("lvlText") ?? "",
          plainFigures: descend(level, "isLgl") !== undefined,
          restartAfter: restart === undefined ? null : Number(restart),
          style: said("pStyle"),
        },
      ];
    }),
  );
}

/** Newer formats stand in a choice beside a fallback. */
function formatOf(level: XmlElement): string {
  const direct = descend(level, "numFmt") ?? descend(level, "AlternateContent", "Fallback", "numFmt");
  return direct?.attributes.get("val") ?? "decimal";
}
