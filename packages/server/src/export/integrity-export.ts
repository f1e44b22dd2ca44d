import type { ListExport, QueryOf, RowOf } from "./list-export.ts";

/** 封存点表. One checkpoint a line. */
export const checkpointExport: ListExport<RowOf<"listCheckpoints">, QueryOf<"listCheckpoints">> = {
  title: () => ({ zh: "封存点", en: "Checkpoints" }),
  fileName: () => "checkpoints",
  columns: () => [
    { name: "jurisdiction", label: { zh: "归属", en: "Jurisdiction" }, cell: ({ jurisdiction }) => jurisdiction },
    { name: "sequence", label: { zh: "序号", en: "Sequence" }, cell: ({ sequence }) => sequence },
    { name: "leaves", label: { zh: "叶数", en: "Leaves" }, cell: ({ leaves }) => leaves },
    { name: "previousRoot", label: { zh: "前根", en: "Previous root" }, cell: ({ previousRoot }) => previousRoot },
    { name: "root", label: { zh: "根", en: "Root" }, cell: ({ root }) => root },
    { name: "closedAt", label: { zh: "封存时刻", en: "Closed at" }, cell: ({ closedAt }) => closedAt },
  ],
};

/** 留痕表. One audit record a line. */
export const auditExport: ListExport<RowOf<"listAudit">, QueryOf<"listAudit">> = {
  title: () => ({ zh: "留痕", en: "Audit" }),
  fileName: () => "audit",
  columns: () => [
    { name: "at", label: { zh: "时刻", en: "At" }, cell: ({ at }) => at },
    { name: "actor", label: { zh: "行为人", en: "Actor" }, cell: ({ actor }) => actor },
    { name: "action", label: { zh: "行为", en: "Action" }, cell: ({ action }) => action },
    { name: "subject", label: { zh: "对象", en: "Subject" }, cell: ({ subject }) => subject },
    { name: "reason", label: { zh: "理由", en: "Reason" }, cell: ({ reason }) => reason },
  ],
};
