import type { Card, CardField, Genre, Level, Standing } from "@qipan/policy/records/card";
import type { CellSpan, Diagnostic } from "@qipan/policy/records/document-text";
import type { SourceMark } from "@qipan/policy/records/source-text";
import type { Observation } from "@qipan/policy/records/observation";
import type { EntryOrigin, VersionAction } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import type { CalendarDate, Id, Instant, Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Ownership } from "@qipan/policy/records/jurisdiction";
import type { Confidence } from "@qipan/policy/records/provenance";
import type { EntryKind } from "@qipan/policy/records/registers";
import type { ColumnType, Generated } from "kysely";
import type { BatchTable, JobTable } from "./jobs/tables.ts";
import type { Json } from "./schema/json.ts";
import type {
  ReadingDecisionTable,
  ReadingTable,
  ReadingTallyTable,
  SentenceAlignmentTable,
  SettlementTable,
} from "./schema/review-tables.ts";
import type { CheckpointLeafTable, CheckpointTable, UnsealedTable } from "./schema/sealing-tables.ts";

/** A tsvector: written by an SQL expression, never read. */
type Terms = ColumnType<never, never, never>;

interface DocumentTable extends Ownership {
  id: Id;
  name: string;
  title: string | null;
  issuer: string | null;
  number: string | null;
  date: CalendarDate | null;
  genre: Genre | null;
  level: Level | null;
  standing: Standing | null;
  source: string | null;
  mediaType: string;
  encoding: string;
  origin: string | null;
  diagnostics: ColumnType<Diagnostic[], string | undefined, never>;
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
  version: Generated<number>;
  previous: ColumnType<Id | null, Id | null | undefined, never>;
  correction: ColumnType<string | null, string | null | undefined, never>;
}

interface DocumentContentTable {
  jurisdiction: JurisdictionCode;
  document: Id;
  bytes: Buffer;
  text: string;
  marks: ColumnType<SourceMark[], string | undefined, never>;
}

interface CardTable {
  jurisdiction: JurisdictionCode;
  document: Id;
  version: number;
  recordedAt: Instant;
  card: Json<Card>;
}

interface CardVersionTable extends Ownership {
  document: Id;
  version: number;
  actor: string;
  recordedAt: Instant;
  reason: string | null;
  changed: CardField[];
  card: ColumnType<Card | null, string | null, never>;
}

interface CardTitleTable {
  jurisdiction: JurisdictionCode;
  document: Id;
  relation: "title" | "plan" | "implements" | "replaces";
  ordinal: number;
  title: string;
  titleKey: string;
  address: string | null;
  quote: string | null;
}

interface ClauseLinkTable {
  jurisdiction: JurisdictionCode;
  id: Id;
  lowerDocument: Id;
  lowerPath: string;
  lowerAddress: string;
  lowerTitle: string;
  upperJurisdiction: JurisdictionCode;
  upperDocument: Id;
  upperPath: string;
  upperAddress: string;
  upperTitle: string;
  linkedBy: string;
  linkedAt: Instant;
  reason: string | null;
  withdrawnBy: string | null;
  withdrawnAt: Instant | null;
  withdrawReason: string | null;
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
  sheetRow: ColumnType<number | null, never, never>;
  cells: CellSpan[];
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
  card: CardTable;
  cardVersion: CardVersionTable;
  cardTitle: CardTitleTable;
  clauseLink: ClauseLinkTable;
  sentence: SentenceTable;
  reading: ReadingTable;
  readingTally: ReadingTallyTable;
  readingDecision: ReadingDecisionTable;
  sentenceAlignment: SentenceAlignmentTable;
  settlement: SettlementTable;
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
  batch: BatchTable;
  job: JobTable;
  audit: AuditTable;
  setting: SettingTable;
  migration: MigrationTable;
}
