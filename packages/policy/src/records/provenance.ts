import { z } from "zod";

/** 核实程度. `verified` 已核: read in a source; `recalled` 未核: from memory, drawn hollow and left out of verdicts. */
export const confidence = z.enum(["verified", "recalled"]);
export type Confidence = z.infer<typeof confidence>;

/** 明示与推定. Whether a field of a reading was written or derived; an absent field has no certainty. */
export const certainty = z.enum(["stated", "implied"]);
export type Certainty = z.infer<typeof certainty>;
