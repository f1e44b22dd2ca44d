import type { PackEntry } from "@qipan/policy/pack/pack-entry";
import type { VersionAction } from "@qipan/policy/records/entry";
import type { Evidence } from "@qipan/policy/records/evidence";
import { appendVersions, type HeldEntry, type VersionDraft } from "../append-versions.ts";
import { digestOf } from "../canonical-json.ts";
import { firstDraft, nextDraft } from "../entries.ts";
import { checkedFields } from "../projection.ts";
import type { Tx } from "../transaction.ts";
import { type Held, heldEntries, packEntryRows, takenOutReason } from "./held-entries.ts";
import { type KeptRow, nameOf, type PackLoad, type RowName } from "./pack-load.ts";
import type { RowOutcome } from "./raw-rows.ts";

/** 包条目去向. What is to be done with one entry of the pack. */
type Decision =
  | { readonly kind: "write"; readonly draft: VersionDraft; readonly row: RowName }
  | { readonly kind: "same"; readonly entry: HeldEntry; readonly version: number; readonly row: RowName }
  | { readonly kind: "kept"; readonly why: string; readonly held: Held; readonly row: RowName };

const chunk = 2000; // versions a statement: keeps lists of ids short

/**
 * 载入条目. New entries are made, changed ones get a version, and what a person changed since stays as the person left it.
 * Returns what became of each row.
 */
export async function storePackEntries(tx: Tx, load: PackLoad): Promise<readonly RowOutcome[]> {
  const held = await heldEntries(tx, load);
  const decisions = load.entries.map((entry) => decide(tx, entry, held(entry)));
  const writing = decisions.filter((decision) => decision.kind === "write");
  const written = new Map<string, HeldEntry>();
  for (let from = 0; from < writing.length; from += chunk) {
    const part = writing.slice(from, from + chunk);
    const entries = await appendVersions(
      tx,
      part.map(({ draft }) => draft),
    );
    entries.forEach((entry, index) => written.set(nameOf(part[index]?.row ?? { table: "", row: "" }), entry));
  }
  return decisions.map((decision) => outcomeOf(decision, written.get(nameOf(decision.row))));
}

/** 保留条目. Rows whose entry a person changed, in words. */
export function keptEntries(outcomes: readonly RowOutcome[]): readonly KeptRow[] {
  return outcomes.flatMap(({ table, row, keptWhy }) => (keptWhy === null ? [] : [{ table, row, why: keptWhy }]));
}

/** 撤下条目. Withdraws the entries of rows that the pack no longer has, unless a person had changed them. */
export async function withdrawGone(tx: Tx, pack: string, gone: readonly RowName[]): Promise<void> {
  const names = new Set(gone.map(nameOf));
  const rows = (await packEntryRows(tx, pack)).filter((row) => names.has(nameOf(row)));
  const untouched = rows.filter(({ entry, written }) => written !== null && !isChanged(entry, written));
  const reason = takenOutReason(pack);
  await appendVersions(
    tx,
    untouched.map(({ entry }) => nextDraft(entry, { action: "withdraw", withdrawn: true, reason })),
  );
}

function decide(tx: Tx, { row: source, ...entry }: PackEntry, held: Held | undefined): Decision {
  const row = { table: source.table, row: source.row };
  const { kind, key, confidence, ownership } = entry;
  const evidence: Evidence = { kind: "pack", ...source, confidence };
  const fields = checkedFields(kind, { ...entry.fields });
  if (held === undefined)
    return { kind: "write", row, draft: firstDraft(tx, { ...entry, fields, origin: "pack", evidence: [evidence] }) };
  const wanted = { fields, confidence, visibility: ownership.visibility };
  if (saysTheSame(held.entry, wanted)) return { kind: "same", entry: held.entry, version: held.entry.version, row };
  const why = reasonToKeep(held, `${kind} ${key}`);
  if (why !== null) return { kind: "kept", row, held, why };
  const action: VersionAction = held.entry.withdrawn ? "restore" : "change";
  const reason = `The row ${action === "restore" ? "is back" : "changed"} in the pack ${source.pack}.`;
  const change = {
    action,
    reason,
    withdrawn: false,
    ...wanted,
    sharedWith: ownership.sharedWith,
    addEvidence: [evidence],
  };
  return { kind: "write", row, draft: nextDraft(held.entry, change) };
}

function saysTheSame(now: HeldEntry, wanted: Pick<HeldEntry, "fields" | "confidence" | "visibility">): boolean {
  const { fields, confidence, visibility } = wanted;
  const alike = now.confidence === confidence && now.visibility === visibility && !now.withdrawn;
  return alike && digestOf(now.fields) === digestOf(fields);
}

/** Null when the entry is the pack's to change: as it wrote it, or as it took it out itself. */
function reasonToKeep({ entry, written, takenOut }: Held, what: string): string | null {
  if (takenOut) return null;
  if (written === null) return `The ${what} is held and does not come from this pack.`;
  if (!isChanged(entry, written)) return null;
  return `${entry.title}: version ${entry.version} is a person's, the pack wrote version ${written.version}.`;
}

/** A merge only adds evidence and does not count as a change of what is said. */
function isChanged(now: HeldEntry, written: NonNullable<Held["written"]>): boolean {
  const alike = now.confidence === written.confidence && now.visibility === written.visibility && !now.withdrawn;
  return !alike || digestOf(now.fields) !== written.fieldsDigest;
}

function outcomeOf(decision: Decision, written: HeldEntry | undefined): RowOutcome {
  switch (decision.kind) {
    case "write":
      return { ...decision.row, ...placeOf(written), entryVersion: written?.version ?? null, keptWhy: null };
    case "same":
      return { ...decision.row, ...placeOf(decision.entry), entryVersion: decision.version, keptWhy: null };
    case "kept":
      return {
        ...decision.row,
        ...placeOf(decision.held.entry),
        entryVersion: decision.held.written?.version ?? null,
        keptWhy: decision.why,
      };
  }
}

function placeOf(entry: HeldEntry | undefined): Pick<RowOutcome, "entry" | "entryJurisdiction"> {
  return { entry: entry?.id ?? null, entryJurisdiction: entry?.jurisdiction ?? null };
}
