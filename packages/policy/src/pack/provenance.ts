import { confidence } from "../records/provenance.ts";
import { identifier, oneOf, text } from "./cell.ts";

/** 来源三列. The columns by which every fact names its source; spread into the schema of a row. */
export const provenance = {
  /** Readable: title, publisher, date. */
  source: text,
  /** Row of `sources.csv`. */
  sourceId: identifier,
  confidence: oneOf(confidence.options),
};
