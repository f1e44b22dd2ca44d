import {
  type ReadingCertainty,
  readingCertainty,
  readingState,
  type StoredReading,
} from "@qipan/policy/records/stored-reading";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { LedgerRefusal } from "../refusal.ts";
import type { ReviewFilter } from "./filter.ts";

/** 排序. By arrival, in the order of documents and of the text in each, or surest first; a leading minus turns round. */
export const reviewSorts = ["arrival", "-arrival", "place", "certainty", "-certainty"] as const;
export type ReviewSort = (typeof reviewSorts)[number];

/**
 * 段. One run of the queue that an index gives in order: readings with `where` beside the filter, in the order of the
 * columns of `key`, `descending` all of them or none.
 */
export interface Stretch {
  readonly where: ReviewFilter;
  readonly key: readonly OrderColumn[];
  readonly descending: boolean;
}

/** Columns that order the queue, with their types. */
const orderColumns = { document: "uuid", start: "integer", id: "uuid" } as const;
type OrderColumn = keyof typeof orderColumns;

const surestFirst = readingCertainty.options;

/**
 * 分段. The queue as runs one after the other. By certainty it is a run for each degree and state, because no index has the
 * degrees in that order and there are few of them.
 */
export function stretchesOf(sort: ReviewSort, filter: ReviewFilter): readonly Stretch[] {
  if (sort === "place") return [{ where: {}, key: ["document", "start", "id"], descending: false }];
  if (sort === "arrival" || sort === "-arrival") return [{ where: {}, key: ["id"], descending: sort === "-arrival" }];
  const degrees = sort === "certainty" ? surestFirst : surestFirst.toReversed();
  const asked = degrees.filter((degree) => filter.certainty === undefined || degree === filter.certainty);
  return asked.flatMap((degree) => statesOf(filter).map((state) => degreeStretch(degree, state)));
}

function degreeStretch(certainty: ReadingCertainty, state: StoredReading["state"]): Stretch {
  return { where: { certainty, state }, key: ["id"], descending: false };
}

function statesOf({ state }: ReviewFilter): readonly StoredReading["state"][] {
  return state === undefined ? readingState.options : [state];
}

/** 起点. Where a page begins: in which stretch, after which key; the beginning without a cursor. */
export interface QueuePlace {
  readonly stretch: number;
  readonly after: readonly string[] | null;
}

const written = z.tuple([z.enum(reviewSorts), z.int().nonnegative(), z.array(z.string().max(40)).min(1).max(3)]);

/** Cursor that leads on from a reading of a stretch. */
export function cursorAfter(
  sort: ReviewSort,
  stretch: number,
  key: readonly OrderColumn[],
  last: StoredReading,
): string {
  return Buffer.from(JSON.stringify([sort, stretch, key.map((column) => String(last[column]))])).toString("base64url");
}

/** Reads a cursor. Refuses one that no page of this order gave. */
export function placeOf(sort: ReviewSort, cursor: string | null | undefined): QueuePlace {
  if (!cursor) return { stretch: 0, after: null };
  try {
    const [of, stretch, after] = written.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (of === sort) return { stretch, after };
  } catch {
    // told below, like a cursor of another order
  }
  throw new LedgerRefusal(
    "invalid",
    `The cursor ${cursor.slice(0, 40)} is none that a page in the order "${sort}" gave. Start again without one.`,
  );
}

/** Condition that a reading `r` stands after a key; `true` for none. */
export function afterKey({ key, descending }: Stretch, after: readonly string[] | null): RawBuilder<boolean> {
  if (after === null || after.length !== key.length) return sql<boolean>`true`;
  const columns = sql.join(key.map((column) => sql.ref(`r.${column}`)));
  const values = sql.join(key.map((column, index) => sql`${after[index]}::${sql.raw(orderColumns[column])}`));
  return sql<boolean>`(${columns}) ${sql.raw(descending ? "<" : ">")} (${values})`;
}
