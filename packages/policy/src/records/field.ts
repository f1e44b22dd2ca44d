import { z } from "zod";
import { calendarDate } from "./identity.ts";
import { partialDate } from "./partial-date.ts";

/** How a form draws a field and a table prints it. */
export type Control =
  | "line"
  | "text"
  | "date"
  | "number"
  | "choice"
  | "flag"
  | "reference"
  | "references"
  | "place"
  | "lines";

declare module "zod" {
  interface GlobalMeta {
    zh?: string;
    en?: string;
    control?: Control;
    /** Kind of entry that a reference points to. */
    refers?: string;
  }
}

/** 名称. A label in both languages of the interface. */
export interface Label {
  readonly zh: string;
  readonly en: string;
}

/** One line of text, at most 300 characters. */
export const line = (label: Label): z.ZodString =>
  z
    .string()
    .trim()
    .min(1)
    .max(300)
    .meta({ ...label, control: "line" });

/** Running text, at most 4,000 characters. */
export const text = (label: Label): z.ZodString =>
  z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .meta({ ...label, control: "text" });

/** A day. */
export const date = (label: Label): typeof calendarDate => calendarDate.meta({ ...label, control: "date" });

/** A finite number. */
export const number = (label: Label): z.ZodNumber => z.number().meta({ ...label, control: "number" });

/** Yes or no. */
export const flag = (label: Label): z.ZodBoolean => z.boolean().meta({ ...label, control: "flag" });

/** One of a closed vocabulary; the words of each value are in the interface's catalogue. */
export const choice = <const V extends readonly [string, ...string[]]>(label: Label, values: V) =>
  z.enum(values).meta({ ...label, control: "choice" });

/** Key or name of another entry: a key where the entry is held, the written name where it is not. */
export const reference = (label: Label, refers: string): z.ZodString =>
  z
    .string()
    .trim()
    .min(1)
    .max(300)
    .meta({ ...label, control: "reference", refers });

/** Several keys or names of other entries; none is an empty list. */
export const references = (label: Label, refers: string): z.ZodArray<z.ZodString> =>
  z
    .array(z.string().trim().min(1).max(300))
    .max(500)
    .meta({ ...label, control: "references", refers });

/** Code of a place where it is held, its written name where it is not. */
export const place = (label: Label): z.ZodString =>
  z
    .string()
    .trim()
    .min(1)
    .max(300)
    .meta({ ...label, control: "place" });

/** Several places; none is an empty list. */
export const places = (label: Label): z.ZodArray<z.ZodString> =>
  z
    .array(z.string().trim().min(1).max(300))
    .max(500)
    .meta({ ...label, control: "references", refers: "place" });

/** Several lines, for example other names; none is an empty list. */
export const lines = (label: Label): z.ZodArray<z.ZodString> =>
  z
    .array(z.string().trim().min(1).max(300))
    .max(500)
    .meta({ ...label, control: "lines" });

/** 未载. The same field where the source may not state it: null means "not stated", never zero. */
export function unless<S extends z.ZodType>(schema: S): z.ZodNullable<S> {
  return schema.nullable().meta({ ...schema.meta() });
}

/** A date known to the year, the month or the day. */
export const about = (label: Label): typeof partialDate => partialDate.meta({ ...label, control: "date" });
