import * as board from "./board.ts";
import * as chronicle from "./chronicle.ts";
import * as documents from "./documents.ts";
import * as entries from "./entries.ts";
import * as integrity from "./integrity.ts";
import * as jobs from "./jobs.ts";
import * as observations from "./observations.ts";
import type { Operation } from "./operation.ts";
import * as places from "./places.ts";
import * as readings from "./readings.ts";
import * as registers from "./registers.ts";
import * as search from "./search.ts";
import * as status from "./status.ts";

/** 全部操作. Every route of the API by name; browser-safe. */
export const api = {
  getStatus: status.getStatus,
  getBoard: board.getBoard,
  listDocuments: documents.listDocuments,
  getDocument: documents.getDocument,
  uploadDocument: documents.uploadDocument,
  readDocument: documents.readDocument,
  getSentence: documents.getSentence,
  purgeDocument: documents.purgeDocument,
  listReadings: readings.listReadings,
  getReading: readings.getReading,
  acceptReading: readings.acceptReading,
  mergeReading: readings.mergeReading,
  rejectReading: readings.rejectReading,
  undoReading: readings.undoReading,
  acceptBatch: readings.acceptBatch,
  listRegisters: registers.listRegisters,
  listEntries: entries.listEntries,
  listFacets: entries.listFacets,
  importEntries: entries.importEntries,
  getEntry: entries.getEntry,
  getHistory: entries.getHistory,
  createEntry: entries.createEntry,
  changeEntry: entries.changeEntry,
  withdrawEntry: entries.withdrawEntry,
  restoreEntry: entries.restoreEntry,
  getChronicle: chronicle.getChronicle,
  listMonitoring: observations.listMonitoring,
  getIndicator: observations.getIndicator,
  listObservations: observations.listObservations,
  listPlaces: places.listPlaces,
  searchAll: search.searchAll,
  listJobs: jobs.listJobs,
  getJob: jobs.getJob,
  listCheckpoints: integrity.listCheckpoints,
  listAudit: integrity.listAudit,
} as const satisfies Record<string, Operation>;
export type Api = typeof api;
export type OperationName = keyof Api;
