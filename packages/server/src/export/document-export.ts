import type { ListExport, QueryOf, RowOf } from "./list-export.ts";

/** 文件表. One document a line. */
export const documentExport: ListExport<RowOf<"listDocuments">, QueryOf<"listDocuments">> = {
  title: () => ({ zh: "文件", en: "Documents" }),
  fileName: () => "documents",
  columns: () => [
    { name: "id", label: { zh: "编号", en: "Id" }, cell: ({ id }) => id },
    { name: "name", label: { zh: "文件名", en: "File name" }, cell: ({ name }) => name },
    { name: "title", label: { zh: "标题", en: "Title" }, cell: ({ title }) => title },
    { name: "issuer", label: { zh: "发文机关", en: "Issuer" }, cell: ({ issuer }) => issuer },
    { name: "number", label: { zh: "发文字号", en: "Number" }, cell: ({ number }) => number },
    { name: "date", label: { zh: "日期", en: "Date" }, cell: ({ date }) => date },
    { name: "genre", label: { zh: "文种", en: "Genre" }, cell: ({ genre }) => genre },
    { name: "level", label: { zh: "层级", en: "Level" }, cell: ({ level }) => level },
    { name: "standing", label: { zh: "效力", en: "Standing" }, cell: ({ standing }) => standing },
    { name: "source", label: { zh: "来源", en: "Source" }, cell: ({ source }) => source },
    { name: "jurisdiction", label: { zh: "归属", en: "Jurisdiction" }, cell: ({ jurisdiction }) => jurisdiction },
    { name: "visibility", label: { zh: "可见范围", en: "Visibility" }, cell: ({ visibility }) => visibility },
    { name: "sentenceCount", label: { zh: "句数", en: "Sentences" }, cell: ({ sentenceCount }) => sentenceCount },
    { name: "readingCount", label: { zh: "读出数", en: "Readings" }, cell: ({ readingCount }) => readingCount },
    { name: "pendingCount", label: { zh: "待审数", en: "To be reviewed" }, cell: ({ pendingCount }) => pendingCount },
    { name: "receivedAt", label: { zh: "收到时刻", en: "Received at" }, cell: ({ receivedAt }) => receivedAt },
    { name: "sha256", label: { zh: "散列", en: "SHA-256" }, cell: ({ sha256 }) => sha256 },
  ],
};
