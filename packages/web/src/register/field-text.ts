import { type EntryKind, registerOf } from "@qipan/policy/records/registers";
import type { RegisterDescription } from "@qipan/server/contract/registers";
import type { z } from "zod";
import type { Lookup } from "./reference-lookup.ts";

/** 字段说明. A field as a form needs it. */
export type FieldDescription = RegisterDescription["fields"][number];

/** 有误. Why what was typed is no value of the field, by the key of its message, and what was found. */
export interface Fault {
  readonly fault: "required" | "date" | "partialDate" | "number" | "long" | "choice" | "other";
  readonly found: string;
}
export type Read = { readonly ok: true; readonly value: unknown } | ({ readonly ok: false } & Fault);

const longest = { line: 300, text: 4000 } as const;

/** What a form shows for a value of a field: several values stand one a line, what is not stated is empty. */
export function textOf(field: FieldDescription, value: unknown, lookup: Lookup): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((item) => lookup.nameOf(plainText(item))).join("\n");
  if (field.control === "flag") return value === true ? "true" : "";
  return refers(field) ? lookup.nameOf(plainText(value)) : plainText(value);
}

/** A value of a field as plain text: what is written as written, anything else as JSON, which no field should hold. */
export function plainText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : JSON.stringify(value);
}

/**
 * 读字段. Reads what was typed as a value of the field, by the schema of its register. Empty is "not stated" where the
 * field may be left open.
 */
export function readField(
  kind: EntryKind,
  field: FieldDescription,
  { text, lookup }: { readonly text: string; readonly lookup: Lookup },
): Read {
  const found = text.trim();
  const value = valueOf(field, found, lookup);
  const schema = registerOf(kind).fields.shape[field.name] as z.ZodType | undefined; // the shape of an object holds schemas
  const parsed = schema?.safeParse(value);
  if (parsed?.success) return { ok: true, value: parsed.data };
  return { ok: false, found, fault: faultOf(kind, field, found) };
}

function valueOf(field: FieldDescription, found: string, lookup: Lookup): unknown {
  switch (field.control) {
    case "flag":
      return found === "true";
    case "references":
    case "lines":
      return linesOf(found).map((line) => (refers(field) ? lookup.keyOf(line) : line));
    case "number":
      return found === "" ? null : numberOf(found);
    default:
      return found === "" ? null : refers(field) ? lookup.keyOf(found) : found;
  }
}

/** A number as typed, thousands separated by commas or not; a true minus counts as one. NaN when it is none. */
function numberOf(found: string): number {
  const plain = found.replaceAll(",", "").replace("−", "-");
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : Number.NaN;
}

function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

function faultOf(kind: EntryKind, field: FieldDescription, found: string): Fault["fault"] {
  if (found === "") return field.control === "choice" ? "choice" : "required";
  if (field.control === "date") return takesPartialDates(kind, field.name) ? "partialDate" : "date";
  if (field.control === "number") return "number";
  const limit = field.control === "text" ? longest.text : longest.line;
  return linesOf(found).some((line) => line.length > limit) ? "long" : "other";
}

/** Whether a date field takes a year or a month alone. */
export function takesPartialDates(kind: EntryKind, field: string): boolean {
  const schema = registerOf(kind).fields.shape[field] as z.ZodType | undefined; // the shape of an object holds schemas
  return schema?.safeParse("2018").success ?? false;
}

/** Whether a field names other entries or places. */
export function refers(field: FieldDescription): boolean {
  return field.control === "place" || field.refers !== null;
}
