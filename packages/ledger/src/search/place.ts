import { z } from "zod";
import { LedgerRefusal } from "../refusal.ts";

/** Place of an entry in the order of hits: whether its title matches, its day, its id. */
const entryPlace = z.tuple([z.literal("e"), z.boolean(), z.string(), z.uuid()]);
/** Place of a sentence: document, paragraph, ordinal. */
const sentencePlace = z.tuple([z.literal("s"), z.uuid(), z.int(), z.int()]);

/** 命中之位. Where a hit stands in the order of hits; the next page begins after it. */
export type Place = EntryPlace | SentencePlace;
export type EntryPlace = z.infer<typeof entryPlace>;
export type SentencePlace = z.infer<typeof sentencePlace>;

const place = z.union([entryPlace, sentencePlace]);

/** Cursor of the page after a place. */
export function cursorOf(at: Place): string {
  return Buffer.from(JSON.stringify(at)).toString("base64url");
}

/** Place of a cursor. Refuses one that no page of ours gave. */
export function placeOf(cursor: string): Place {
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new LedgerRefusal(
      "invalid",
      `The cursor ${cursor.slice(0, 40)} is none that a page gave. Start again without one.`,
    );
  }
}
