import type { CellSpan } from "@qipan/policy/records/document-text";
import type { SourceMark } from "@qipan/policy/records/source-text";
import type { Observation } from "@qipan/policy/records/observation";
import type { EntryOrigin, VersionAction } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { CalendarDate, Id, Instant, Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Ownership } from "@qipan/policy/records/jurisdiction";
import type { Confidence } from "@qipan/policy/records/provenance";
import type { Reading } from "@qipan/policy/records/reading";
import type { EntryKind } from "@qipan/policy/records/registers";
import type { ReadingState } from "@qipan/policy/records/stored-reading";
import type { ColumnType, Generated } from "kysely";

/** A jsonb column: read as a value, written as JSON text (the driver would write an array as a PostgreSQL array). */
export type Json<T> = ColumnType<T, string, string>;

/** A tsvector: written by an SQL expression, never read. */
type Terms = ColumnType<never, never, never>;

interface DocumentTable extends Ownership {
  id: Id;
  name: string;
  title: string | null;
  issuer: string | null;
  number: string | null;
  date: CalendarDate | null;
  mediaType: string;
  encoding: string;
  byteLength: number;
  textLength: number;
  sha256: Sha256;
  textSha256: Sha256;
  sentenceCount: number;
  receivedAt: Instant;
  receivedBy: string;
  hash: Sha256;
  purgedAt: Instant | null;
  purgedBy: string | null;
  purgeReason: string | null;
}

interface DocumentContentTable {
  jurisdiction: JurisdictionCode;
  document: Id;
  bytes: Buffer;
  text: string;
  marks: ColumnType<SourceMark[], string | undefined, never>;
}

interface SentenceTable extends Ownership {
  document: Id;
  paragraph: number;
  ordinal: number;
  address: string;
  kind: string;
  start: number;
  end: number;
  raw: string;
  text: string;
  headings: string[];
  terms: Terms;
  pieces: number[];
  copyOf: string | null;
  page: number | null;
  sheet: string | null;
  cells: CellSpan[];
}

interface ReadingTable extends Ownership {
  id: Id;
  document: Id;
  key: string;
  type: Reading["type"];
  state: ReadingState;
  address: string;
  start: number;
  end: number;
  quote: string;
  reading: Json<Reading>;
  recordedAt: Instant;
  entry: Id | null;
  entryVersion: number | null;
  observation: Id | null;
  decidedBy: string | null;
  decidedAt: Instant | null;
  reason: string | null;
}

type Fields = Record<string, unknown>;

/** Columns that an entry and its versions share. */
interface EntryColumns extends Ownership {
  version: number;
  kind: EntryKind;
  key: string;
  origin: EntryOrigin;
  confidence: Confidence;
  hash: Sha256;
  recordedAt: Instant;
  withdrawn: boolean;
  title: string;
  titleEn: string | null;
  whenDay: CalendarDate | null;
  existsFrom: CalendarDate | null;
  regions: string[];
  evidenceVersions: number[];
  evidenceCount: number;
}

interface EntryTable extends EntryColumns {
  id: Id;
  fields: Json<Fields>;
  terms: Terms;
}

interface EntryVersionTable extends EntryColumns {
  entry: Id;
  action: VersionAction | "redact";
  actor: string;
  reason: string | null;
  fields: ColumnType<Fields | null, string | null, string | null>;
  addedCount: number;
  addedDigest: Sha256;
  reasonDigest: Sha256 | null;
  fieldsDigest: Sha256;
  evidenceDigest: Sha256;
  redacted: Generated<boolean>;
  previousHash: Sha256 | null;
}

/** Columns of evidence that lies in a document. */
interface CitedColumns {
  address: string | null;
  start: number | null;
  end: number | null;
  quote: string | null;
  content: Json<Fields>;
  digest: Sha256;
  purgedAt: Instant | null;
}

interface EvidenceTable extends CitedColumns {
  jurisdiction: JurisdictionCode;
  entry: Id;
  version: number;
  ordinal: number;
  kind: Evidence["kind"];
  documentJurisdiction: JurisdictionCode | null;
  document: Id | null;
}

interface ObservationEvidenceTable extends CitedColumns {
  jurisdiction: JurisdictionCode;
  observation: Id;
  kind: "sentence" | "cell";
  documentJurisdiction: JurisdictionCode;
  document: Id;
}

interface CountersignTable {
  jurisdiction: JurisdictionCode;
  entry: Id;
  fieldsDigest: Sha256;
  party: JurisdictionCode;
  actor: string;
  recordedAt: Instant;
  note: string | null;
}

interface LinkTable {
  jurisdiction: JurisdictionCode;
  entry: Id;
  field: string;
  ordinal: number;
  refers: string;
  target: string;
}

interface ImportBatchTable extends Ownership {
  id: Id;
  file: string;
  sheet: string | null;
  sha256: Sha256 | null;
  rowCount: number;
  hash: Sha256;
  actor: string;
  recordedAt: Instant;
}

type Bounds = Observation["value"];

interface ObservationTable extends Omit<Observation, "value" | "evidence" | "supersededAt">, Bounds {
  evidenceKind: Evidence["kind"];
  evidence: ColumnType<Evidence | null, string | null, string | null>;
  digest: Sha256;
  batchRow: number;
  supersededAt: Instant | null;
}

interface PlaceTable extends Ownership {
  code: string;
  nameZh: string;
  nameEn: string;
  level: string;
  parent: string | null;
  lon: number | null;
  lat: number | null;
  aliasesZh: string[];
  coordBasis: string;
  source: string;
  sourceId: string;
  confidence: Confidence;
  pack: string | null;
}

interface SourceTable extends Ownership {
  id: string;
  title: string;
  publisher: string;
  date: string | null;
  url: string | null;
  urlKind: string;
  pack: string | null;
}

interface PackTable extends Ownership {
  id: string;
  version: string;
  title: string;
  digest: Sha256;
  loadedAt: Instant;
  loadedBy: string;
}

interface PackRowTable extends Ownership {
  pack: string;
  table: string;
  row: string;
  content: Json<Fields>;
  digest: Sha256;
  source: string;
  licence: string;
  confidence: Confidence;
  entryJurisdiction: JurisdictionCode | null;
  entry: Id | null;
  entryVersion: number | null;
  keptWhy: string | null;
}

/** 封存对象. What a checkpoint covers. */
export type SealedKind = "version" | "batch" | "document";

interface UnsealedTable {
  jurisdiction: JurisdictionCode;
  subjectKind: SealedKind;
  subject: Id;
  version: number;
  hash: Sha256;
  recordedAt: Instant;
}

interface CheckpointTable {
  jurisdiction: JurisdictionCode;
  number: number;
  closedAt: Instant;
  closedBy: string;
  leafCount: number;
  leavesRoot: Sha256;
  previousRoot: Sha256 | null;
  root: Sha256;
}

interface CheckpointLeafTable {
  jurisdiction: JurisdictionCode;
  checkpoint: number;
  ordinal: number;
  subjectKind: SealedKind;
  subject: Id;
  version: number;
  hash: Sha256;
}

interface AuditTable {
  jurisdiction: JurisdictionCode;
  id: Id;
  recordedAt: Instant;
  actor: string;
  role: string;
  action: string;
  subjectKind: string;
  subject: string;
  reason: string | null;
  details: Json<Fields>;
}

interface SettingTable {
  jurisdiction: JurisdictionCode;
  name: string;
  value: Json<unknown>;
  setBy: string;
  setAt: Instant;
}

interface MigrationTable {
  number: number;
  name: string;
  checksum: string;
  appliedAt: Instant;
}

/** 表. Every table of the ledger as Kysely sees it: snake_case columns under camelCase names. */
export interface Schema {
  document: DocumentTable;
  documentContent: DocumentContentTable;
  sentence: SentenceTable;
  reading: ReadingTable;
  entry: EntryTable;
  entryVersion: EntryVersionTable;
  evidence: EvidenceTable;
  countersign: CountersignTable;
  link: LinkTable;
  importBatch: ImportBatchTable;
  observation: ObservationTable;
  observationEvidence: ObservationEvidenceTable;
  place: PlaceTable;
  source: SourceTable;
  pack: PackTable;
  packRow: PackRowTable;
  unsealed: UnsealedTable;
  checkpoint: CheckpointTable;
  checkpointLeaf: CheckpointLeafTable;
  audit: AuditTable;
  setting: SettingTable;
  migration: MigrationTable;
}
