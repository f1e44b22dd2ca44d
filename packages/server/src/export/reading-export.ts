import type { ListExport, QueryOf, RowOf } from "./list-export.ts";

/** 读出表. One reading a line with its words and the decision on it. */
export const readingExport: ListExport<RowOf<"listReadings">, QueryOf<"listReadings">> = {
  title: () => ({ zh: "读出", en: "Readings" }),
  fileName: () => "readings",
  columns: () => [
    { name: "id", label: { zh: "编号", en: "Id" }, cell: ({ id }) => id },
    { name: "type", label: { zh: "类型", en: "Type" }, cell: ({ type }) => type },
    { name: "state", label: { zh: "状态", en: "State" }, cell: ({ state }) => state },
    { name: "document", label: { zh: "文件", en: "Document" }, cell: ({ documentName }) => documentName },
    { name: "address", label: { zh: "句址", en: "Address" }, cell: ({ address }) => address },
    { name: "quote", label: { zh: "原文", en: "Quote" }, cell: ({ quote }) => quote },
    { name: "entry", label: { zh: "成为条目", en: "Became entry" }, cell: ({ entry }) => entry },
    { name: "decidedBy", label: { zh: "审核人", en: "Decided by" }, cell: ({ decidedBy }) => decidedBy },
    { name: "decidedAt", label: { zh: "审核时刻", en: "Decided at" }, cell: ({ decidedAt }) => decidedAt },
    { name: "reason", label: { zh: "理由", en: "Reason" }, cell: ({ reason }) => reason },
  ],
};
