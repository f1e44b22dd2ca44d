import type { Id, Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode, Ownership } from "@qipan/policy/records/jurisdiction";
import type { NewObservation } from "@qipan/policy/records/observation";
import { sql } from "kysely";
import { insertRows, updateRows } from "./bulk.ts";
import { observationDigest } from "./chain.ts";
import { evidenceRow, type EvidenceRow, type Owners, ownersOf } from "./evidence-row.ts";
import { merkleRoot } from "./merkle.ts";
import { LedgerRefusal } from "./refusal.ts";
import { requireWrite, type Tx } from "./transaction.ts";
import { newId } from "./uuid-v7.ts";

/** 批次来处. What the rows were read from. */
export interface BatchOrigin {
  readonly file: string;
  readonly sheet: string | null;
  readonly sha256: Sha256 | null;
}

/**
 * 入库结果. `ids` names for each given row the observation that now says it, `fresh` those of them that are new; there is one
 * batch a unit with new rows.
 */
export interface AddedObservations {
  readonly fresh: ReadonlySet<Id>;
  readonly batches: readonly Id[];
  readonly ids: readonly Id[];
  readonly added: number;
  readonly unchanged: number;
  readonly superseded: number;
}

/** A given row that the ledger does not hold yet, with the current one it corrects. */
interface Fresh {
  readonly id: Id;
  readonly row: NewObservation;
  readonly digest: Sha256;
  readonly corrects: Current | undefined;
}

interface Current {
  readonly jurisdiction: JurisdictionCode;
  readonly id: Id;
  readonly periodStart: string;
  readonly digest: Sha256;
  readonly ordinal: number;
}

/**
 * 观测入库. Adds observations in one go: a row that is held as it is stays, a different one supersedes that of the same
 * indicator, region, period, series and vintage. Giving the same rows again changes nothing. Refuses rows that name the
 * same figure twice, and rows without evidence.
 */
export async function addObservations(
  tx: Tx,
  { batch, rows }: { batch: BatchOrigin; rows: readonly NewObservation[] },
): Promise<AddedObservations> {
  for (const jurisdiction of new Set(rows.map((row) => row.jurisdiction))) requireWrite(tx, jurisdiction);
  refuseRepeats(rows);
  const current = await currentOf(tx, rows);
  const given = rows.map((row, index) => ({
    id: newId(tx.now),
    row,
    digest: observationDigest(row),
    corrects: current.get(index),
  }));
  const fresh = given.filter(({ digest, corrects }) => corrects?.digest !== digest);
  const corrected = fresh.flatMap(({ corrects }) => corrects ?? []);
  await supersede(tx, corrected);
  const batches = await insertBatches(tx, batch, fresh);
  const ids = given.map(({ id, digest, corrects }) => (corrects?.digest === digest ? corrects.id : id));
  return {
    batches,
    ids,
    fresh: new Set(fresh.map(({ id }) => id)),
    added: fresh.length,
    unchanged: given.length - fresh.length,
    superseded: corrected.length,
  };
}

/** 撤观测. Supersedes an observation without putting another in its place. */
export async function supersedeObservation(tx: Tx, id: Id): Promise<void> {
  const row = await tx.db
    .selectFrom("observation")
    .select(["jurisdiction", "id", "periodStart"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new LedgerRefusal("not-found", `No observation ${id} is held.`);
  requireWrite(tx, row.jurisdiction);
  await supersede(tx, [row]);
}

async function supersede(tx: Tx, rows: readonly Pick<Current, "jurisdiction" | "id" | "periodStart">[]): Promise<void> {
  const stamped = rows.map(({ jurisdiction, id, periodStart }) => ({
    jurisdiction,
    id,
    periodStart,
    supersededAt: tx.now,
  }));
  await updateRows(tx.db, "observation", { rows: stamped, keys: ["jurisdiction", "id", "periodStart"] });
}

function refuseRepeats(rows: readonly NewObservation[]): void {
  const seen = new Map<string, number>();
  rows.forEach(({ jurisdiction, indicator, region, period, series, vintage }, index) => {
    const key = JSON.stringify([jurisdiction, indicator, region, period, series, vintage]);
    const first = seen.get(key);
    if (first !== undefined)
      throw new LedgerRefusal(
        "invalid",
        `Rows ${first + 1} and ${index + 1} both give ${indicator} of ${region} in ${period}. Tell them apart by series or vintage, or keep one.`,
      );
    seen.set(key, index);
  });
}

/** Current observations of the same figures, by the index of the given row. */
async function currentOf(tx: Tx, rows: readonly NewObservation[]): Promise<ReadonlyMap<number, Current>> {
  const keys = rows.map(({ jurisdiction, indicator, region, period, series, vintage, periodStart }, ordinal) => {
    return { jurisdiction, indicator, region, period, series, vintage, period_start: periodStart, ordinal };
  });
  const held = await sql<Current>`
    select o.jurisdiction, o.id, o.period_start, o.digest, k.ordinal
    from json_to_recordset(${JSON.stringify(keys)}::json) as k(jurisdiction text, indicator text, region text, period text, series text, vintage text, period_start date, ordinal integer)
    join observation o using (jurisdiction, indicator, region, period, series, vintage, period_start)
    where o.superseded_at is null`.execute(tx.db);
  return new Map(held.rows.map((row) => [row.ordinal, row]));
}

async function insertBatches(tx: Tx, origin: BatchOrigin, fresh: readonly Fresh[]): Promise<readonly Id[]> {
  const owners = await ownersOf(
    tx,
    fresh.map(({ row }) => row.evidence),
  );
  const batches: Id[] = [];
  for (const [jurisdiction, part] of Map.groupBy(fresh, ({ row }) => row.jurisdiction)) {
    const batch = newId(tx.now);
    const hash = merkleRoot(part.map(({ digest }) => digest));
    const recorded = { actor: tx.principal.actor, recordedAt: tx.now };
    const { visibility, sharedWith } = widestOf(part);
    const row = {
      jurisdiction,
      visibility,
      sharedWith,
      id: batch,
      ...origin,
      rowCount: part.length,
      hash,
      ...recorded,
    };
    await tx.db.insertInto("importBatch").values(row).execute();
    await insertRows(
      tx.db,
      "observation",
      part.map((item, index) => observationRow(tx, item, { batch, index })),
    );
    await insertRows(
      tx.db,
      "observationEvidence",
      part.flatMap((item) => citedRow(item, owners)),
    );
    batches.push(batch);
  }
  return batches;
}

/** A batch is public when all of its rows are; else only its unit sees that it came. */
function widestOf(part: readonly Fresh[]): Pick<Ownership, "visibility"> & { sharedWith: JurisdictionCode[] } {
  return { visibility: part.every(({ row }) => row.visibility === "public") ? "public" : "draft", sharedWith: [] };
}

function observationRow(
  tx: Tx,
  { id, row, digest }: Fresh,
  { batch, index }: { batch: Id; index: number },
): Record<string, unknown> {
  const { value, evidence, ...rest } = row;
  const inRow = evidence.kind === "sentence" || evidence.kind === "cell" ? null : evidence;
  const recorded = { batch, batchRow: index, recordedAt: tx.now, supersededAt: null };
  return { id, ...rest, ...value, evidenceKind: evidence.kind, evidence: inRow, digest, ...recorded };
}

function citedRow(
  { id, row }: Fresh,
  owners: Owners,
): readonly (EvidenceRow & { jurisdiction: JurisdictionCode; observation: Id })[] {
  if (row.evidence.kind !== "sentence" && row.evidence.kind !== "cell") return [];
  return [{ jurisdiction: row.jurisdiction, observation: id, ...evidenceRow(row.evidence, owners) }];
}
