import type { z } from "zod";
import type { Label } from "./field.ts";

/** Field of the record `F`. */
export type FieldOf<F extends z.ZodObject> = Extract<keyof z.infer<F>, string>;

/**
 * 台账. One kind of entry, described once: list, form, import, export, API and docs derive from this description.
 * `title` is the field that names a row, `titleEn` its English twin, `when` the field by which rows are ordered in time,
 * `since` the field from whose day on a row exists for a question asked as of a day (null: always),
 * `columns` what a table shows, `filters` what a list can be narrowed by.
 */
export interface Register<K extends string = string, F extends z.ZodObject = z.ZodObject> {
  readonly kind: K;
  readonly label: Label;
  readonly plural: Label;
  readonly gloss: Label;
  readonly fields: F;
  readonly title: FieldOf<F>;
  readonly titleEn: FieldOf<F> | null;
  readonly when: FieldOf<F> | null;
  readonly since: FieldOf<F> | null;
  readonly columns: readonly FieldOf<F>[];
  readonly filters: readonly FieldOf<F>[];
}

/** Describes a register; exists so that column and filter names are checked against the fields. */
export function register<const K extends string, F extends z.ZodObject>(description: Register<K, F>): Register<K, F> {
  return description;
}
