import { members, oneOf } from "./cell.ts";

/** 可信程度. Seen in a source, from general knowledge, or assumed by us (a planned timetable). */
export const CONFIDENCES = ["verified", "recalled", "assumed"] as const;

/** 来源两列. Keys of the network's table of sources, and how far the row is checked. */
export const provenance = { source: members(";"), confidence: oneOf(CONFIDENCES) };
