import { Readable } from "node:stream";
import type { CalendarDate } from "@qipan/policy/records/identity";
import type { OperationName } from "../contract/api.ts";
import type { ListFormat } from "../contract/operation.ts";
import { cellOf, type CellValue } from "../export/cell-value.ts";
import { csvLines } from "../export/csv.ts";
import { geoJsonText, type SitedRow } from "../export/geojson.ts";
import type { Column, Language, ListExport, PageOf, Point } from "../export/list-export.ts";
import { listExports } from "../export/list-exports.ts";
import { pagesOf } from "../export/pages.ts";
import { type SheetFacts, xlsxBytes } from "../export/xlsx.ts";
import { codingFor } from "./content-coding.ts";
import type { CallContext, Handlers } from "./handlers.ts";
import { languageOf } from "./language.ts";
import { mediaTypes } from "./list-format.ts";

/** What an export is made from. */
export interface ExportCall {
  readonly name: OperationName;
  readonly format: ListFormat;
  readonly request: Request;
  readonly asked: unknown;
  readonly context: CallContext;
}

/** Writes a list in a format other than JSON. */
export type ExportResponse = (call: ExportCall) => Promise<Response>;

/** Questions an export puts to the ledger besides those of its list. */
export interface ExportLookups {
  readonly pointsOf: (codes: readonly string[], context: CallContext) => Promise<ReadonlyMap<string, Point>>;
  readonly root: (context: CallContext) => Promise<string | null>;
}

type AnyExport = ListExport<unknown, unknown>;

/**
 * 导出应答. Makes the function that writes lists as CSV, XLSX or GeoJSON. Rows come from the same handler as the JSON, so
 * an export holds what the caller may see and nothing else. The first page is fetched before anything is sent, so that
 * a refusal is still a problem; a failure after it breaks the transfer off.
 */
export function exporter(handlers: Handlers, lookups: ExportLookups): ExportResponse {
  return async ({ name, format, request, asked, context }) => {
    const list = listExports[name as keyof typeof listExports] as unknown as AnyExport; // only lists with formats get here
    const { query } = asked as { query: { asOf?: CalendarDate } }; // every list takes a query
    const page = handlers[name] as unknown as PageOf;
    const pages = await primed(pagesOf(page, { ...(asked as object), query }, context));
    const table: Table = { list, query, pages, language: languageOf(request) };
    const asOf = query.asOf ?? context.today;
    const stamp = `${list.fileName(query)}-${asOf}`;
    const body = await bodyOf(format, table, { context, lookups, asOf });
    return packedResponse(request, body, headersOf(format, stamp));
  };
}

interface Table {
  readonly list: AnyExport;
  readonly query: unknown;
  readonly pages: AsyncIterable<readonly unknown[]>;
  readonly language: Language;
}

interface Ground {
  readonly context: CallContext;
  readonly lookups: ExportLookups;
  readonly asOf: CalendarDate;
}

async function bodyOf(format: ListFormat, table: Table, ground: Ground): Promise<ReadableStream<Uint8Array>> {
  if (format === "geojson") return streamOf(geoJsonText(sited(table, ground)));
  const columns = table.list.columns(table.query);
  const header = columns.map(({ label }) => label[table.language]);
  const pages = cells(table.pages, columns);
  if (format === "csv") return streamOf(csvLines(header, pages));
  const about = { zh: "说明", en: "About" }[table.language];
  const facts = factsOf(table, ground.asOf, await ground.lookups.root(ground.context));
  return xlsxBytes({ sheet: table.list.title(table.query)[table.language], aboutSheet: about, header, pages, facts });
}

function factsOf({ list, query, language }: Table, asOf: string, root: string | null): SheetFacts {
  const labels = { zh: ["内容", "截至日", "账根"], en: ["Content", "As of", "Root of the ledger"] }[language];
  const values = [list.title(query)[language], asOf, root ?? "–"];
  return labels.map((label, index) => [label, values[index] ?? ""] as const);
}

async function* cells(
  pages: Table["pages"],
  columns: readonly Column<unknown>[],
): AsyncGenerator<readonly (readonly CellValue[])[]> {
  for await (const rows of pages) yield rows.map((row) => columns.map(({ cell }) => cell(row)));
}

async function* sited(
  { list, query, pages }: Table,
  { context, lookups }: Ground,
): AsyncGenerator<readonly SitedRow[]> {
  const siting = list.siting?.(query) ?? { own: () => null, places: () => [] };
  const columns = list.columns(query);
  for await (const rows of pages) {
    const points = await lookups.pointsOf([...new Set(rows.flatMap(siting.places))], context);
    yield rows.map((row) => {
      const properties = Object.fromEntries(columns.map(({ name, cell }) => [name, cellOf(cell(row))]));
      const near = siting.places(row).find((code) => points.has(code));
      const point = siting.own(row) ?? points.get(near ?? "") ?? null;
      return { id: String(properties["id"] ?? properties["code"] ?? ""), point, properties };
    });
  }
}

/** Fetches the first page at once; gives all pages, that one first. */
async function primed<T>(pages: AsyncGenerator<T>): Promise<AsyncIterable<T>> {
  const first = await pages.next();
  return (async function* () {
    if (!first.done) yield first.value;
    yield* pages;
  })();
}

function streamOf(text: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of text) yield encoder.encode(part);
  };
  return Readable.toWeb(Readable.from(bytes(), { objectMode: true })) as ReadableStream<Uint8Array>; // Node's type of the same stream
}

/** Packed while it streams where the client takes gzip; a workbook is packed already. */
function packedResponse(request: Request, body: ReadableStream<Uint8Array>, headers: Record<string, string>): Response {
  const takesGzip =
    codingFor(request.headers.get("accept-encoding")?.replace(/\bbr\b/u, "") ?? null, Infinity) === "gzip";
  if (!takesGzip || headers["content-type"] === mediaTypes.xlsx) return new Response(body, { headers });
  const gzip = new CompressionStream("gzip") as ReadableWritablePair<Uint8Array, Uint8Array>; // Node types its sides as any buffer
  return new Response(body.pipeThrough(gzip), { headers: { ...headers, "content-encoding": "gzip" } });
}

function headersOf(format: ListFormat, stamp: string): Record<string, string> {
  const charset = format === "csv" ? "; charset=utf-8" : "";
  return {
    "content-type": `${mediaTypes[format]}${charset}`,
    "content-disposition": `attachment; filename="${stamp}.${format}"`,
    "cache-control": "private, no-store",
    vary: "Accept, Accept-Encoding, Accept-Language, Cookie",
  };
}
