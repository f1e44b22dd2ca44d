import { type CalendarDate } from "@qipan/policy/records/identity";
import { daysOf, partialDate } from "@qipan/policy/records/partial-date";
import { type EntryKind, registerOf } from "@qipan/policy/records/registers";
import { z } from "zod";
import { LedgerRefusal } from "./refusal.ts";

/** 引用. One name in a reference field: a key of an entry of the kind `refers`, or what is written where none is held. */
export interface Reference {
  readonly field: string;
  readonly ordinal: number;
  readonly refers: string;
  readonly target: string;
}

/** 投影. What lists, links and search need of the fields of an entry, in the same form for every kind. */
export interface Projection {
  readonly title: string;
  readonly titleEn: string | null;
  readonly whenDay: CalendarDate | null;
  readonly existsFrom: CalendarDate | null;
  readonly regions: readonly string[];
  readonly references: readonly Reference[];
  /** Everything a search should find, one field a line. */
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Checks fields against their register. Throws a refusal that names each field, what was found and what is expected. */
export function checkedFields(kind: EntryKind, fields: Fields): Record<string, unknown> {
  const result = registerOf(kind).fields.safeParse(fields);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".") || "fields"}: ${message}`);
  throw new LedgerRefusal("invalid", `The fields of this ${kind} are not as its register says. ${faults.join("; ")}.`);
}

/** 取投影. Of fields that were checked. */
export function projectionOf(kind: EntryKind, fields: Fields): Projection {
  const register = registerOf(kind);
  const described = Object.entries(register.fields.shape).map(([name, schema]) => ({
    name,
    meta: metaOf(schema),
    values: valuesOf(fields[name]),
  }));
  const regions = described.filter(({ meta }) => meta.control === "place" || meta.refers === "place");
  const references = described.filter(({ meta }) => meta.refers !== undefined && meta.refers !== "place");
  const texts = described.filter(
    ({ meta }) => meta.control === "line" || meta.control === "text" || meta.control === "lines",
  );
  return {
    title: String(fields[register.title]),
    titleEn: register.titleEn === null ? null : (valuesOf(fields[register.titleEn])[0] ?? null),
    whenDay: firstDay(register.when, fields),
    existsFrom: firstDay(register.since, fields),
    regions: [...new Set(regions.flatMap(({ values }) => values.flatMap(withPlacesAbove)))],
    references: references.flatMap(({ name, meta, values }) =>
      values.map((target, ordinal) => ({ field: name, ordinal, refers: meta.refers ?? "", target })),
    ),
    text: texts.flatMap(({ values }) => values).join("\n"),
  };
}

function metaOf(schema: unknown): z.GlobalMeta {
  return (schema instanceof z.ZodType ? schema.meta() : undefined) ?? {};
}

function valuesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string" ? [value] : [];
}

function firstDay(field: string | null, fields: Fields): CalendarDate | null {
  const written = partialDate.safeParse(field === null ? null : fields[field]);
  return written.success ? daysOf(written.data).start : null;
}

/** 130124 lies in 130100 and 130000 (GB/T 2260: two digits a level); any other name stands for itself. */
function withPlacesAbove(code: string): readonly string[] {
  return /^\d{6}$/u.test(code) ? [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`] : [code];
}
