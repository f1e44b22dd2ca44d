import { registerOf, type EntryKind } from "@qipan/policy/records/registers";
import type { Entry } from "@qipan/policy/records/entry";
import { cellOf, type CellValue } from "./cell-value.ts";
import { evidenceText } from "./evidence-text.ts";
import type { Column, ListExport, Point, QueryOf, RowOf, Siting } from "./list-export.ts";

type Row = RowOf<"listEntries">;
type Query = QueryOf<"listEntries">;

/** Columns before the fields: by them an import knows which row is meant. */
export const leadColumns: readonly Column<Row>[] = [
  { name: "id", label: { zh: "编号", en: "Id" }, cell: ({ id }) => id },
  { name: "key", label: { zh: "键", en: "Key" }, cell: ({ key }) => key },
];

/** Columns after the fields: what an import reads past, except `visibility` and `confidence`. */
export const tailColumns: readonly Column<Row>[] = [
  { name: "confidence", label: { zh: "核实程度", en: "Confidence" }, cell: ({ confidence }) => confidence },
  { name: "visibility", label: { zh: "可见范围", en: "Visibility" }, cell: ({ visibility }) => visibility },
  { name: "jurisdiction", label: { zh: "归属", en: "Jurisdiction" }, cell: ({ jurisdiction }) => jurisdiction },
  { name: "version", label: { zh: "版本", en: "Version" }, cell: ({ version }) => version },
  { name: "recordedAt", label: { zh: "记录时刻", en: "Recorded at" }, cell: ({ recordedAt }) => recordedAt },
  { name: "evidence", label: { zh: "依据", en: "Evidence" }, cell: (row) => evidenceText(evidenceOf(row)) },
];

/** 条目表. Rows of one register with every field of its description. */
export const entryExport: ListExport<Row, Query> = {
  title: ({ kind }) => registerOf(kind).plural,
  fileName: ({ kind }) => kind,
  columns: ({ kind }) => [...leadColumns, ...fieldColumns(kind), ...tailColumns],
  siting: ({ kind }) => sitingOf(kind),
};

/** A column for every field of a register, labelled as its description says. */
export function fieldColumns(kind: EntryKind): readonly Column<Row>[] {
  return Object.entries(registerOf(kind).fields.shape).map(([name, schema]) => {
    const { zh = name, en = name } = schema.meta() ?? {};
    return { name, label: { zh, en }, cell: ({ fields }): CellValue => cellOf(fields[name]) };
  });
}

/** A row lies at its own coordinates where it has some, else at the first of its places that has. */
function sitingOf(kind: EntryKind): Siting<Row> {
  const shape = registerOf(kind).fields.shape;
  const placed = Object.keys(shape).filter((name) => isPlaceField(shape[name]?.meta()));
  return {
    own: ({ fields }) => pointOf(fields["lon"], fields["lat"]),
    places: ({ fields }) => placed.flatMap((name) => fields[name] ?? []).filter((code) => typeof code === "string"),
  };
}

function isPlaceField(meta: { control?: string; refers?: string } | undefined): boolean {
  return meta?.control === "place" || meta?.refers === "place";
}

/** A point where both are numbers. */
export function pointOf(lon: unknown, lat: unknown): Point | null {
  return typeof lon === "number" && typeof lat === "number" ? [lon, lat] : null;
}

/** What the contract lets in as a row's evidence is what the ledger has given out. */
function evidenceOf(row: Row): Entry["evidence"] {
  return row.evidence as Entry["evidence"]; // same shape; only the brands of ids differ between input and output
}
