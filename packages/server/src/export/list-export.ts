import type { Label } from "@qipan/policy/records/field";
import type { OperationName } from "../contract/api.ts";
import type { Answer, Asked, CallContext } from "../http/handlers.ts";
import type { CellValue } from "./cell-value.ts";

/** Language of column labels. */
export type Language = "zh" | "en";

/** 列. A column of an export: its name in the API, its label, and what it shows of a row. */
export interface Column<Row> {
  readonly name: string;
  readonly label: Label;
  readonly cell: (row: Row) => CellValue;
}

/** 坐标. Longitude and latitude in WGS 84. */
export type Point = readonly [lon: number, lat: number];

/** Where rows lie: their own coordinates, else the codes of the places they name, likeliest first. */
export interface Siting<Row> {
  readonly own: (row: Row) => Point | null;
  readonly places: (row: Row) => readonly string[];
}

/** 导出说明. How a list is written as a table: what it is called, its columns, and where its rows lie if they do. */
export interface ListExport<Row, Query> {
  readonly title: (query: Query) => Label;
  /** Begins the file name; ASCII. */
  readonly fileName: (query: Query) => string;
  readonly columns: (query: Query) => readonly Column<Row>[];
  readonly siting?: (query: Query) => Siting<Row>;
}

/** Operations that answer a page of rows. */
export type ListName = {
  [N in OperationName]: Answer<N> extends { items: readonly unknown[]; next: string | null } ? N : never;
}[OperationName];

export type RowOf<N extends ListName> = Answer<N>["items"][number];
export type QueryOf<N extends ListName> = Asked<N> extends { query: infer Q } ? Q : never;

/** Makes the rows of one page from what was asked; a list of any kind looks like this to an export. */
export type PageOf = (
  asked: unknown,
  context: CallContext,
) => Promise<{ readonly items: readonly unknown[]; readonly next: string | null }>;
