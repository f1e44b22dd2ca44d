import { documentExport } from "./document-export.ts";
import { entryExport } from "./entry-export.ts";
import { auditExport, checkpointExport } from "./integrity-export.ts";
import type { ListExport, ListName, QueryOf, RowOf } from "./list-export.ts";
import { monitoringExport } from "./monitoring-export.ts";
import { observationExport } from "./observation-export.ts";
import { placeExport } from "./place-export.ts";
import { readingExport } from "./reading-export.ts";

type WithoutExport = "listReview" | "getRepair" | "readDocument" | "searchAll" | "listBatches";

/** 全部导出. How each list that offers more than JSON is written as a table. */
export const listExports = {
  listDocuments: documentExport,
  listReadings: readingExport,
  listEntries: entryExport,
  listMonitoring: monitoringExport,
  listObservations: observationExport,
  listPlaces: placeExport,
  listCheckpoints: checkpointExport,
  listAudit: auditExport,
} as const satisfies { [N in Exclude<ListName, WithoutExport>]: ListExport<RowOf<N>, QueryOf<N>> };
