import type { Entry } from "@qipan/policy/records/entry";
import type { SentenceEvidence } from "@qipan/policy/records/evidence";
import type { Id } from "@qipan/policy/records/identity";
import type { NewObservation, Observation } from "@qipan/policy/records/observation";
import { record } from "../audit.ts";
import { changeEntry, mergeEvidence, withdrawEntry } from "../entries.ts";
import { entryById } from "../entry-queries.ts";
import { observationById } from "../observation-queries.ts";
import { addObservations, supersedeObservation } from "../observations.ts";
import { LedgerRefusal } from "../refusal.ts";
import { placeIn } from "../review/contexts.ts";
import { requireWrite, type Tx } from "../transaction.ts";
import { newId } from "../uuid-v7.ts";
import { type AffectedRow, affectedRows } from "./affected.ts";

/**
 * 处置. `holds`: it stands on a sentence of the new version, the aligned one unless `address` names another. `edit`: its
 * fields change, and it stands on that sentence where there is one; without fields it was changed elsewhere already.
 */
export type Settlement = {
  readonly subject: Id;
  readonly oldAddress: string;
  readonly reason: string;
} & (
  | { readonly action: "holds"; readonly address?: string | undefined }
  | {
      readonly action: "edit";
      readonly address?: string | undefined;
      readonly expectedVersion: number;
      readonly fields?: Readonly<Record<string, unknown>> | undefined;
    }
  | { readonly action: "withdraw" }
);

/** 处置结果. The entry or observation as it stands now; null for an observation that was withdrawn. */
export interface Settled {
  readonly entry: Entry | null;
  readonly observation: Observation | null;
}

/**
 * 处置受影响. Does what an officer decides of a row whose sentence a new version changed or lost, and keeps who, when and
 * why. Refuses what is not affected (any more), and a lost sentence without another one to stand on.
 */
export async function settleAffected(tx: Tx, newer: Id, settlement: Settlement): Promise<Settled> {
  const { subject, oldAddress, action, reason } = settlement;
  const row = (await affectedRows(tx, newer)).find((one) => one.subject === subject && one.oldAddress === oldAddress);
  if (!row)
    throw new LedgerRefusal(
      "not-found",
      `${subject} does not wait at sentence ${oldAddress}: it was settled, or never stood there. Load the list again.`,
    );
  requireWrite(tx, row.jurisdiction);
  const settled =
    row.kind === "entry"
      ? await settleEntry(tx, newer, row, settlement)
      : await settleFigure(tx, newer, row, settlement);
  const who = { actor: tx.principal.actor, recordedAt: tx.now, reason };
  const what = { document: newer, address: oldAddress, subjectKind: row.kind, subject, action };
  await tx.db
    .insertInto("settlement")
    .values({ jurisdiction: row.jurisdiction, id: newId(tx.now), ...what, ...who })
    .execute();
  const details = { document: newer, oldAddress, newAddress: row.newAddress };
  await record(tx, {
    action: `settle-${action}`,
    subject: { kind: row.kind, id: subject },
    jurisdiction: row.jurisdiction,
    reason,
    details,
  });
  return settled;
}

async function settleEntry(tx: Tx, newer: Id, row: AffectedRow, settlement: Settlement): Promise<Settled> {
  const { subject, reason } = settlement;
  if (settlement.action === "withdraw") return { entry: await withdrawEntry(tx, subject, reason), observation: null };
  const evidence = await newEvidence(tx, newer, {
    row,
    address: settlement.address,
    needed: settlement.action === "holds",
  });
  if (settlement.action === "holds") {
    const { entry } = await mergeEvidence(tx, subject, { evidence, reason });
    return { entry, observation: null };
  }
  const { expectedVersion, fields } = settlement;
  const before = await entryById(tx, subject);
  const changed = fields === undefined ? undefined : { ...before?.fields, ...fields };
  const entry = await changeEntry(tx, subject, { expectedVersion, fields: changed, addEvidence: evidence, reason });
  return { entry, observation: null };
}

async function settleFigure(tx: Tx, newer: Id, row: AffectedRow, settlement: Settlement): Promise<Settled> {
  if (settlement.action === "edit")
    throw new LedgerRefusal(
      "invalid",
      "A figure is not edited. Accept the new version's reading of it, or import the corrected figure, and withdraw this one.",
    );
  if (settlement.action === "withdraw") {
    await supersedeObservation(tx, row.subject);
    return { entry: null, observation: null };
  }
  const held = await observationById(tx, row.subject);
  const [evidence] = await newEvidence(tx, newer, { row, address: settlement.address, needed: true });
  if (!held || !evidence) throw new Error(`Observation ${row.subject} was just listed as affected`);
  const { id: _id, batch: _batch, recordedAt: _at, supersededAt: _end, evidence: _old, ...figure } = held;
  const given: NewObservation = { ...figure, evidence };
  const batch = { file: settlement.reason, sheet: null, sha256: null };
  const { ids } = await addObservations(tx, { batch, rows: [given] });
  return { entry: null, observation: ids[0] === undefined ? null : await observationById(tx, ids[0]) };
}

interface Wanted {
  readonly row: AffectedRow;
  readonly address: string | undefined;
  readonly needed: boolean;
}

/** The words of the new version: those that were quoted where it still has them, else the whole sentence. */
async function newEvidence(
  tx: Tx,
  document: Id,
  { row, address: given, needed }: Wanted,
): Promise<readonly SentenceEvidence[]> {
  const address = given ?? row.newAddress;
  if (address === null && !needed) return [];
  if (address === null)
    throw new LedgerRefusal(
      "invalid",
      `Sentence ${row.oldAddress} is lost in this version. Name the sentence on which it still stands, or withdraw it.`,
    );
  const sentence = await sentenceIn(tx, document, address);
  const quote = row.quotes.find((words) => sentence.raw.includes(words)) ?? sentence.raw;
  const start = sentence.start + sentence.raw.indexOf(quote);
  return [{ kind: "sentence", document, address, start, end: start + quote.length, quote }];
}

async function sentenceIn(tx: Tx, document: Id, address: string): Promise<{ start: number; raw: string }> {
  const [paragraph, ordinal] = placeIn(address);
  const sentence = await tx.db
    .selectFrom("sentence")
    .select(["start", "raw"])
    .where("document", "=", document)
    .where("paragraph", "=", paragraph)
    .where("ordinal", "=", ordinal)
    .executeTakeFirst();
  if (sentence) return sentence;
  throw new LedgerRefusal(
    "not-found",
    `No sentence ${address} is held of this version. Give an address such as p12.s3.`,
  );
}
