import { readingTypes } from "@qipan/policy/records/reading-types";
import { calendarDate } from "@qipan/policy/records/identity";
import { z } from "zod";
import { verdicts } from "./facts/verdicts.ts";
import { languages } from "./words/language.ts";

const text = z.string().max(200).optional().catch(undefined);
const year = z.coerce.number().int().min(1900).max(2200).optional().catch(undefined);

/**
 * 地址. What every page keeps in its address: the day asked about, what was known when, the jurisdiction and the
 * language. A value that is not of the form is dropped, never an error.
 */
export const frameSearch = z.object({
  asof: calendarDate.optional().catch(undefined),
  known: calendarDate.optional().catch(undefined),
  at: z.enum(["110000", "120000", "130000"]).optional().catch(undefined),
  lang: z.enum(languages).optional().catch(undefined),
});
export type FrameSearch = z.infer<typeof frameSearch>;

/** 总览. Stones as a figure or as a table. */
export const boardSearch = z.object({ view: z.enum(["stones", "table"]).optional().catch(undefined) });

/** 指标目录. Field and words that narrow the catalogue. */
export const monitoringSearch = z.object({ domain: text, q: text });

/** 指标. Chart or table, the region when it is none of the three, the selected observation. */
export const indicatorSearch = z.object({
  view: z.enum(["chart", "table"]).optional().catch(undefined),
  region: text,
  sel: text,
});

/** 文件. Words that narrow the list. */
export const documentsSearch = z.object({ q: text });

/** 谱系. The text it is drawn around, figure or list. */
export const lineageSearch = z.object({ root: text, view: z.enum(["figure", "list"]).optional().catch(undefined) });

const address = z
  .string()
  .regex(/^p\d+\.s\d+$/u)
  .optional()
  .catch(undefined);

/** 条款对应. The document whose clauses are served. */
export const clausesSearch = z.object({ upper: z.uuid().optional().catch(undefined) });

/** 事实核对. The verdict, and the document that takes part. */
export const factsSearch = z.object({
  verdict: z.enum(verdicts).optional().catch(undefined),
  document: z.uuid().optional().catch(undefined),
});

/** 各地方案对照. All clauses, or only those that some scheme leaves out. */
export const schemesSearch = z.object({ show: z.enum(["all", "gaps"]).optional().catch(undefined) });

/** 手录. What the fields of a new row begin with, where the register has them. */
export const newEntrySearch = z.object({ document: z.uuid().optional().catch(undefined), address, place: text });
export type NewEntrySearch = z.infer<typeof newEntrySearch>;

/** 审核. Filters of the queue, its order, and the reading looked at. */
export const reviewSearch = z.object({
  type: z.enum(readingTypes).optional().catch(undefined),
  document: z.uuid().optional().catch(undefined),
  certainty: z.enum(["stated", "implied", "unsure"]).optional().catch(undefined),
  alike: z.enum(["true", "false"]).optional().catch(undefined),
  state: z
    .enum(["pending", "accepted", "merged", "split", "rejected", "superseded", "any"])
    .optional()
    .catch(undefined),
  sort: z.enum(["arrival", "-arrival", "place", "certainty", "-certainty"]).optional().catch(undefined),
  reading: text,
});

/** 阅读. Selected sentence, tab of the panel, form of the text. */
export const readerSearch = z.object({ sel: text, reading: text, panel: text, view: text });

/** 纪事. Year and field. */
export const chronicleSearch = z.object({ year, domain: text, sel: text });

/** 台账. Filters, order and selected row of a register. */
export const registerSearch = z.object({ q: text, domain: text, region: text, where: text, sort: text, sel: text });

/** 条目. Tab of the page. */
export const entrySearch = z.object({ panel: text });

/** 搜索. Words, scope and kind. */
export const wordsSearch = z.object({
  q: text,
  scope: z.enum(["all", "sentences", "entries"]).optional().catch(undefined),
  kind: text,
  literal: z.enum(["true"]).optional().catch(undefined),
});

/** Search parameters as plain text: `?asof=2018-12-31&year=2014`, no JSON and no quotes. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** The inverse of `parseSearch`; undefined, null and empty values are left out. */
export function stringifySearch(search: Record<string, unknown>): string {
  const kept = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (typeof value === "number" || (typeof value === "string" && value !== "")) kept.set(name, String(value));
  }
  return kept.size > 0 ? `?${kept}` : "";
}
