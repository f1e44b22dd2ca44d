import { evidence } from "@qipan/policy/records/evidence";
import { oneEvidenceText } from "./evidence-text.ts";
import type { ListExport, QueryOf, RowOf } from "./list-export.ts";

/** 观测表. One value a line, as an interval with the word it was written with. */
export const observationExport: ListExport<RowOf<"listObservations">, QueryOf<"listObservations">> = {
  title: () => ({ zh: "观测值", en: "Observations" }),
  fileName: () => "observations",
  columns: () => [
    { name: "indicator", label: { zh: "指标", en: "Indicator" }, cell: ({ indicator }) => indicator },
    { name: "region", label: { zh: "地区", en: "Region" }, cell: ({ region }) => region },
    { name: "period", label: { zh: "时期", en: "Period" }, cell: ({ period }) => period },
    { name: "periodStart", label: { zh: "起日", en: "First day" }, cell: ({ periodStart }) => periodStart },
    { name: "periodEnd", label: { zh: "止日", en: "Last day" }, cell: ({ periodEnd }) => periodEnd },
    { name: "series", label: { zh: "系列", en: "Series" }, cell: ({ series }) => series },
    { name: "vintage", label: { zh: "版次", en: "Vintage" }, cell: ({ vintage }) => vintage },
    { name: "value", label: { zh: "数值", en: "Value" }, cell: ({ value }) => value.nominal },
    { name: "qualifier", label: { zh: "约数词", en: "Qualifier" }, cell: ({ value }) => value.qualifier },
    { name: "low", label: { zh: "下界", en: "Low" }, cell: ({ value }) => value.low },
    { name: "high", label: { zh: "上界", en: "High" }, cell: ({ value }) => value.high },
    { name: "unit", label: { zh: "单位", en: "Unit" }, cell: ({ unit }) => unit },
    { name: "valueKind", label: { zh: "数量类型", en: "Kind of value" }, cell: ({ valueKind }) => valueKind },
    { name: "priceBasis", label: { zh: "价格基础", en: "Price basis" }, cell: ({ priceBasis }) => priceBasis },
    { name: "derived", label: { zh: "推算", en: "Derived" }, cell: ({ derived }) => derived },
    { name: "confidence", label: { zh: "核实程度", en: "Confidence" }, cell: ({ confidence }) => confidence },
    { name: "note", label: { zh: "说明", en: "Note" }, cell: ({ note }) => note },
    {
      name: "evidence",
      label: { zh: "依据", en: "Evidence" },
      cell: (row) => (row.evidence ? oneEvidenceText(evidence.parse(row.evidence)) : null),
    },
  ],
};
