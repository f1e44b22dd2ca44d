import type { Reading } from "../../records/reading.ts";

/** 整理步骤. A pass over all readings of a document: drops, changes or orders them and notes itself in `refinements`. */
export interface Refinement {
  readonly name: string;
  apply(readings: readonly Reading[]): readonly Reading[];
}
