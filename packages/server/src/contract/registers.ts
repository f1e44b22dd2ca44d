import { z } from "zod";
import { entryKind } from "@qipan/policy/records/entry";
import { op } from "./operation.ts";

const label = z.object({ zh: z.string(), en: z.string() });

/** 台账说明. A register as a client needs it to draw list and form. */
export const registerDescription = z.object({
  kind: entryKind,
  label,
  plural: label,
  gloss: label,
  title: z.string(),
  titleEn: z.string().nullable(),
  when: z.string().nullable(),
  columns: z.array(z.string()),
  filters: z.array(z.string()),
  fields: z.array(
    z.object({
      name: z.string(),
      label,
      control: z.string(),
      refers: z.string().nullable(),
      required: z.boolean(),
      choices: z.array(z.string()).nullable(),
    }),
  ),
  schema: z.record(z.string(), z.unknown()),
  count: z.int().nonnegative(),
});
export type RegisterDescription = z.infer<typeof registerDescription>;

export const listRegisters = op({
  method: "GET",
  path: "/api/registers",
  topic: "registers",
  summary: "Every register: fields, columns, filters and how many rows the caller sees",
  role: null,
  response: z.object({ items: z.array(registerDescription) }),
});
