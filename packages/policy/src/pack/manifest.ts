import { z } from "zod";
import { calendarDate } from "../records/identity.ts";
import type { Finding } from "./finding.ts";

const words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** 许可. One set of terms under which part of the pack stands; `spdx` is null where nobody stated any. */
const licence = z.strictObject({
  id: z.string().min(1),
  spdx: z.string().min(1).nullable(),
  holder: z.string().min(1),
  statement: words,
});

/** 表的登记. One table: what it holds, by which columns a row is known, under which licences its rows stand. */
const table = z.strictObject({
  file: z.string().regex(/^[a-z0-9_/-]+\.csv$/u, "expected a path such as rail/stations.csv"),
  /** A kind of `kinds.ts`, or `network/…` for the tables that transit reads. */
  kind: z.string().min(1),
  key: z.array(z.string()).min(1),
  licences: z.array(z.string()).min(1),
  rows: z.int().nonnegative(),
});

/** 可剔除行. Rows that one switch takes out: those of `file` whose `column` holds `value`. */
const removable = z.strictObject({
  id: z.string().min(1),
  file: z.string(),
  column: z.string(),
  value: z.string(),
  reason: words,
});

/** 署名. Words that must stand wherever the named files are used. */
const attribution = z.strictObject({ text: z.string().min(1), url: z.url(), files: z.array(z.string()).min(1) });

/** 点数. A number of rows that is known from outside: so many counties under a province. */
const census = z.strictObject({
  file: z.string(),
  where: z.record(z.string(), z.string()),
  prefix: z.record(z.string(), z.string()),
  rows: z.int().nonnegative(),
});

/** 数据包说明. `pack.json`: what a region pack is, what stands in it and on what terms. */
export const packManifest = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u, "expected an identifier in kebab case"),
  /** `2026.11.1`: year, month and serial of the edition. */
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d+$/u, "expected year.month.serial such as 2026.11.1"),
  title: words,
  summary: words,
  /** Day on which the facts were put together; nothing in the pack is open or built after it. */
  compiled: calendarDate,
  /** Degrees WGS84 outside which no point of the pack may lie. */
  bounds: z.strictObject({ west: z.number(), east: z.number(), south: z.number(), north: z.number() }),
  vintages: z.array(z.strictObject({ id: z.string(), ...words.shape })),
  licences: z.array(licence).min(1),
  tables: z.array(table).min(1),
  removable: z.array(removable),
  attribution: z.array(attribution),
  census: z.array(census),
});
export type PackManifest = z.output<typeof packManifest>;
export type TableEntry = PackManifest["tables"][number];

/** 读说明. The manifest, or a finding for everything that is wrong with `pack.json`. */
export function manifestOf(
  json: unknown,
):
  | { readonly manifest: PackManifest; readonly findings: readonly [] }
  | { readonly manifest: null; readonly findings: readonly Finding[] } {
  const result = packManifest.safeParse(json);
  if (result.success) return { manifest: result.data, findings: [] };
  return { manifest: null, findings: result.error.issues.map((issue) => badManifest(json, issue)) };
}

function badManifest(json: unknown, issue: z.core.$ZodIssue): Finding {
  return {
    severity: "error",
    file: "pack.json",
    line: 0,
    column: issue.path.join("."),
    code: "bad-manifest",
    found: JSON.stringify(valueAt(json, issue.path)) ?? "nothing",
    expected: issue.message,
    advice: "Correct this entry of pack.json.",
  };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    json,
  );
}
