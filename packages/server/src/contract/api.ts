import * as batches from "./batches.ts";
import * as board from "./board.ts";
import * as cards from "./cards.ts";
import * as chronicle from "./chronicle.ts";
import * as clauseLinks from "./clause-links.ts";
import * as documents from "./documents.ts";
import * as entries from "./entries.ts";
import * as facts from "./facts.ts";
import * as integrity from "./integrity.ts";
import * as jobs from "./jobs.ts";
import * as lineage from "./lineage.ts";
import * as observations from "./observations.ts";
import type { Operation } from "./operation.ts";
import * as places from "./places.ts";
import * as readings from "./readings.ts";
import * as repair from "./repair.ts";
import * as registers from "./registers.ts";
import * as review from "./review.ts";
import * as search from "./search.ts";
import * as status from "./status.ts";
import * as tryReading from "./try-reading.ts";
import * as versions from "./versions.ts";

/** 全部操作. Every route of the API by name; browser-safe. */
export const api = {
  getStatus: status.getStatus,
  getBoard: board.getBoard,
  listDocuments: documents.listDocuments,
  getDocument: documents.getDocument,
  uploadDocument: documents.uploadDocument,
  downloadDocument: documents.downloadDocument,
  readDocument: documents.readDocument,
  getSentence: documents.getSentence,
  getRepair: repair.getRepair,
  purgeDocument: documents.purgeDocument,
  getCard: cards.getCard,
  changeCard: cards.changeCard,
  getCardHistory: cards.getCardHistory,
  listErrata: cards.listErrata,
  listSourceUses: cards.listSourceUses,
  getLineage: lineage.getLineage,
  getDocumentLineage: lineage.getDocumentLineage,
  listDeclared: lineage.listDeclared,
  listClauseLinks: clauseLinks.listClauseLinks,
  linkClauses: clauseLinks.linkClauses,
  unlinkClauses: clauseLinks.unlinkClauses,
  compareSchemes: clauseLinks.compareSchemes,
  listFacts: facts.listFacts,
  tryReading: tryReading.tryReading,
  listReadings: readings.listReadings,
  getReading: readings.getReading,
  acceptReading: readings.acceptReading,
  mergeReading: readings.mergeReading,
  splitReading: readings.splitReading,
  rejectReading: readings.rejectReading,
  undoReading: readings.undoReading,
  acceptBatch: readings.acceptBatch,
  listReview: review.listReview,
  decideBatch: review.decideBatch,
  listReasons: review.listReasons,
  listDecisions: review.listDecisions,
  listVersions: versions.listVersions,
  uploadVersion: versions.uploadVersion,
  compareVersions: versions.compareVersions,
  listAffected: versions.listAffected,
  settleAffected: versions.settleAffected,
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
  getPlace: places.getPlace,
  searchAll: search.searchAll,
  createBatch: batches.createBatch,
  listBatches: batches.listBatches,
  getBatch: batches.getBatch,
  cancelBatch: batches.cancelBatch,
  listJobs: jobs.listJobs,
  getJob: jobs.getJob,
  listCheckpoints: integrity.listCheckpoints,
  listAudit: integrity.listAudit,
} as const satisfies Record<string, Operation>;
export type Api = typeof api;
export type OperationName = keyof Api;
