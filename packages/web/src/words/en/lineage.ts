import { count } from "../../format/number.ts";
import type { Words } from "../zh.ts";

export const lineage: Words["lineage"] = {
  title: "Lineage",
  note: "Plans and documents: which implements which, which replaces which",
  figure: "Lineage, scrolls sideways",
  key: "Key",
  view: "View",
  views: { figure: "Figure", list: "List" },
  whole: "The whole lineage",
  held: "Text held",
  notHeld: "Text not held",
  relations: { serves: "Serves", implements: "Implements", replaces: "Replaces", "version-of": "New version" },
  counts: (nodes, held) => `${count(nodes)} texts, ${count(held)} held`,
  truncated: "Only a part is drawn; begin from one text to see all around it.",
  none: "No plan and no document yet",
  noneText: "Hand in documents or load a pack; the lineage is drawn from them.",
  declared: "Parts declared against parts held",
  nothingDeclared: "No document held declares a number of parts.",
  notCounted: "No register counts parts of this kind, so how many are held cannot be told.",
  known: (known, unnamed) =>
    unnamed > 0
      ? `${count(known)} known by title; of ${count(unnamed)} not even the title is held.`
      : `${count(known)} known by title.`,
};
