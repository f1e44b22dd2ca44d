import { board } from "./zh/board.ts";
import { card } from "./zh/card.ts";
import { chronicle } from "./zh/chronicle.ts";
import { clauses } from "./zh/clauses.ts";
import { documents } from "./zh/documents.ts";
import { entry } from "./zh/entry.ts";
import { facts } from "./zh/facts.ts";
import { frame } from "./zh/frame.ts";
import { gallery } from "./zh/gallery.ts";
import { lineage } from "./zh/lineage.ts";
import { monitoring } from "./zh/monitoring.ts";
import { parts } from "./zh/parts.ts";
import { place } from "./zh/place.ts";
import { reader } from "./zh/reader.ts";
import { registers } from "./zh/registers.ts";
import { review } from "./zh/review.ts";
import { search } from "./zh/search.ts";
import { terms } from "./zh/terms.ts";
import { tried } from "./zh/tried.ts";
import { versions } from "./zh/versions.ts";

/** 中文词库. The Chinese catalogue; its shape is the shape of every other one. */
export const zh = {
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

/** 词库. What every language must say: a missing or surplus key is a type error. */
export type Words = typeof zh;
