import type { ListFormat, Operation } from "../contract/operation.ts";
import { RequestRefused } from "./problem-response.ts";

/** Media type of each format that a list can be had in. */
export const mediaTypes: Readonly<Record<ListFormat, string>> = {
  json: "application/json",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  geojson: "application/geo+json",
};

/**
 * 选格式. The format of an answer: the extension of the address when it has one, else the best of `Accept`. Where nothing
 * is asked for, and for every operation that is no list, JSON. Throws `RequestRefused` when nothing asked for is offered.
 */
export function formatFor(operation: Operation, extension: ListFormat | undefined, accept: string | null): ListFormat {
  if (extension !== undefined) return extension;
  const offered = operation.formats ?? ["json"];
  const wanted = wantedTypes(accept);
  if (operation.formats === undefined || wanted.length === 0) return "json";
  for (const type of wanted) {
    const format = offered.find((candidate) => matches(type, mediaTypes[candidate]));
    if (format) return format;
  }
  const types = offered.map((format) => mediaTypes[format]).join(", ");
  throw new RequestRefused("not-acceptable", `Found Accept "${accept}", this list is offered as ${types}`);
}

/** Types of an `Accept` header, best first; those with `q=0` are left out. */
function wantedTypes(accept: string | null): readonly string[] {
  return (accept ?? "")
    .split(",")
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean)
    .map((part) => ({
      type: part.split(";")[0]?.trim() ?? "",
      quality: Number(/;\s*q=([\d.]+)/u.exec(part)?.[1] ?? 1),
    }))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ type }) => type);
}

/** `text/html` is what a browser's address bar asks for first; JSON is what it then gets by its `*` / `*`. */
function matches(wanted: string, offered: string): boolean {
  return wanted === "*/*" || wanted === offered || wanted === `${offered.split("/")[0]}/*`;
}
