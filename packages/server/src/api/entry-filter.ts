import type { EntryFilter } from "@qipan/ledger/entry-queries";
import type { CalendarDate } from "@qipan/policy/records/identity";
import { type EntryKind, registerOf } from "@qipan/policy/records/registers";
import type { Asked } from "../http/handlers.ts";
import { RequestRefused } from "../http/problem-response.ts";

type Filters = Omit<Asked<"listFacets">["query"], "field">;

/**
 * 筛选. What a list of entries is narrowed by, as the ledger takes it. Throws `RequestRefused` when a filter names a field
 * that the register does not have.
 */
export function entryFilter(query: Filters, today: CalendarDate): EntryFilter & { kind: EntryKind } {
  const { kind, q, domain, region, where, from, to, asOf = today, knownOn } = query;
  const fields = { ...(domain ? { domain } : {}), ...fieldFilters(where ?? "") };
  for (const field of Object.keys(fields)) checkField(kind, field);
  return { kind, where: fields, from, to, region, q, asOf, knownOn };
}

/** `status:open,status:done,lead:bj-gov` as fields with their values; a value may be empty: not stated. */
function fieldFilters(where: string): Readonly<Record<string, readonly string[]>> {
  const filters: Record<string, string[]> = {};
  for (const part of where.split(",").filter((text) => text.trim() !== "")) {
    const [field, ...rest] = part.split(":");
    if (field === undefined || rest.length === 0)
      throw new RequestRefused("invalid", `Found where=${part}, expected field:value,field:value`);
    (filters[field.trim()] ??= []).push(rest.join(":").trim());
  }
  return filters;
}

/** Refuses a field that a register does not have. */
export function checkField(kind: EntryKind, field: string): void {
  const names = Object.keys(registerOf(kind).fields.shape);
  if (names.includes(field)) return;
  throw new RequestRefused("invalid", `The register ${kind} has no field ${field}; it has ${names.join(", ")}`);
}
