import type { CellValue } from "./cell-value.ts";
import type { Column, ListExport, QueryOf, RowOf } from "./list-export.ts";

type Row = RowOf<"listMonitoring">;

/** The regions whose latest values stand side by side. */
const regions = [
  { code: "110000", zh: "北京", en: "Beijing" },
  { code: "120000", zh: "天津", en: "Tianjin" },
  { code: "130000", zh: "河北", en: "Hebei" },
  { code: "JJJ", zh: "京津冀", en: "Jing-Jin-Ji" },
] as const;

/** 监测表. An indicator a line with the latest values of the three places and how its targets stand. */
export const monitoringExport: ListExport<Row, QueryOf<"listMonitoring">> = {
  title: () => ({ zh: "监测", en: "Monitoring" }),
  fileName: () => "monitoring",
  columns: () => [
    { name: "key", label: { zh: "键", en: "Key" }, cell: ({ indicator }) => indicator.key },
    { name: "title", label: { zh: "指标", en: "Indicator" }, cell: ({ indicator }) => indicator.title },
    { name: "titleEn", label: { zh: "英文", en: "English" }, cell: ({ indicator }) => indicator.titleEn },
    ...regions.flatMap(latestColumns),
    { name: "verdicts", label: { zh: "目标判定", en: "Verdicts" }, cell: ({ verdicts }) => verdictLines(verdicts) },
    { name: "held", label: { zh: "现有数值", en: "Values held" }, cell: ({ held }) => held },
    { name: "recalled", label: { zh: "其中未核", en: "Not checked" }, cell: ({ recalled }) => recalled },
  ],
};

function latestColumns({ code, zh, en }: (typeof regions)[number]): readonly Column<Row>[] {
  const held = (row: Row): Row["latest"][string] | undefined => row.latest[code];
  return [
    { name: `value_${code}`, label: { zh, en }, cell: (row) => held(row)?.value.nominal ?? null },
    { name: `unit_${code}`, label: { zh: `${zh}单位`, en: `${en}, unit` }, cell: (row) => held(row)?.unit ?? null },
    {
      name: `period_${code}`,
      label: { zh: `${zh}时期`, en: `${en}, period` },
      cell: (row) => held(row)?.period ?? null,
    },
    {
      name: `confidence_${code}`,
      label: { zh: `${zh}核实`, en: `${en}, confidence` },
      cell: (row) => held(row)?.confidence ?? null,
    },
  ];
}

function verdictLines(verdicts: Row["verdicts"]): CellValue {
  const lines = verdicts.map(({ target, outcome, arithmetic }) => `${target.title}: ${outcome} (${arithmetic})`);
  return lines.length > 0 ? lines.join("\n") : null;
}
