import { board } from "./en/board.ts";
import { card } from "./en/card.ts";
import { chronicle } from "./en/chronicle.ts";
import { clauses } from "./en/clauses.ts";
import { documents } from "./en/documents.ts";
import { entry } from "./en/entry.ts";
import { facts } from "./en/facts.ts";
import { frame } from "./en/frame.ts";
import { gallery } from "./en/gallery.ts";
import { lineage } from "./en/lineage.ts";
import { monitoring } from "./en/monitoring.ts";
import { parts } from "./en/parts.ts";
import { place } from "./en/place.ts";
import { reader } from "./en/reader.ts";
import { registers } from "./en/registers.ts";
import { review } from "./en/review.ts";
import { search } from "./en/search.ts";
import { terms } from "./en/terms.ts";
import { tried } from "./en/tried.ts";
import { versions } from "./en/versions.ts";
import type { Words } from "./zh.ts";

/** English catalogue. */
export const en: Words = {
  frame,
  parts,
  terms,
  board,
  monitoring,
  documents,
  lineage,
  card,
  versions,
  clauses,
  facts,
  tried,
  place,
  chronicle,
  registers,
  gallery,
  entry,
  reader,
  review,
  search,
};
