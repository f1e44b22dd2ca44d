import { countsByKind } from "@qipan/ledger/counts";
import { entryKinds, registerOf, type EntryKind } from "@qipan/policy/records/registers";
import { z } from "zod";
import type { RegisterDescription } from "../contract/registers.ts";
import type { Handlers } from "../http/handlers.ts";
import { jsonSchema } from "../openapi/json-schema.ts";

/** 台账. Every register as its description says, with how many rows the caller sees. */
export const registerHandlers: Pick<Handlers, "listRegisters"> = {
  listRegisters: async (_, { within, today }) => {
    const counts = await within((tx) => countsByKind(tx, { asOf: today }));
    return { items: entryKinds.map((kind) => describe(kind, counts.find((row) => row.kind === kind)?.count ?? 0)) };
  },
};

/** A register as a client needs it to draw list and form. */
export function describe(kind: EntryKind, count: number): RegisterDescription {
  const { label, plural, gloss, fields, title, titleEn, when, columns, filters } = registerOf(kind);
  return {
    kind,
    label,
    plural,
    gloss,
    title,
    titleEn,
    when,
    count,
    columns: [...columns],
    filters: [...filters],
    fields: Object.entries(fields.shape).map(([name, schema]) => describeField(name, schema as z.ZodType)), // the shape of an object holds schemas
    schema: { ...jsonSchema(fields, "input") },
  };
}

function describeField(name: string, schema: z.ZodType): RegisterDescription["fields"][number] {
  const { zh = name, en = name, control = "line", refers = null } = schema.meta() ?? {};
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  const choices = inner instanceof z.ZodEnum ? inner.options.map(String) : null;
  return { name, label: { zh, en }, control, refers, required: !(schema instanceof z.ZodNullable), choices };
}
