import type { Fate } from "@qipan/policy/records/anchor";
import type { Id, Instant } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Ownership } from "@qipan/policy/records/jurisdiction";
import type { Reading } from "@qipan/policy/records/reading";
import type { ReadingCertainty, ReadingState } from "@qipan/policy/records/stored-reading";
import type { ColumnType } from "kysely";
import type { Json } from "./json.ts";

/** 读出. Columns of its table, described in the migrations. */
export interface ReadingTable extends Ownership {
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
  certainty: ColumnType<ReadingCertainty, never, never>;
  firstDay: ColumnType<string | null, never, never>;
  lastDay: ColumnType<string | null, never, never>;
  alike: ColumnType<boolean, never, never>;
  partOf: ColumnType<Id | null, Id | null | undefined, never>;
}

/** 审核计数. Columns of its table, described in the migrations. */
export interface ReadingTallyTable {
  jurisdiction: JurisdictionCode;
  document: Id;
  type: Reading["type"];
  state: ReadingState;
  certainty: ReadingCertainty;
  alike: boolean;
  decidedBy: string;
  count: number;
  fresh: boolean;
}

/** 决定之类. What was done to a reading: `supersede` and `renew` by reading it again, `carry` by a new version. */
export type DecisionAction = "accept" | "merge" | "split" | "reject" | "undo" | "supersede" | "renew" | "carry";

/** 审核决定. Columns of its table, described in the migrations. */
export interface ReadingDecisionTable {
  jurisdiction: JurisdictionCode;
  id: Id;
  reading: Id;
  action: DecisionAction;
  state: ReadingState;
  entry: Id | null;
  entryVersion: number | null;
  observation: Id | null;
  actor: string;
  recordedAt: Instant;
  reason: string | null;
  details: Json<Record<string, unknown>>;
}

/** 句之对应. Columns of its table, described in the migrations. */
export interface SentenceAlignmentTable {
  jurisdiction: JurisdictionCode;
  document: Id;
  paragraph: number;
  ordinal: number;
  address: string;
  newer: Id;
  state: Fate;
  newAddress: string | null;
  likeness: number;
}

/** 更正后处置. Columns of its table, described in the migrations. */
export interface SettlementTable {
  jurisdiction: JurisdictionCode;
  id: Id;
  document: Id;
  address: string;
  subjectKind: "entry" | "observation";
  subject: Id;
  action: "holds" | "edit" | "withdraw";
  actor: string;
  recordedAt: Instant;
  reason: string;
}
