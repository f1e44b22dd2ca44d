import type { Sha256 } from "@qipan/policy/records/identity";
import type { JurisdictionCode } from "@qipan/policy/records/jurisdiction";
import type { Snapshot } from "../backup/snapshot.ts";
import { checkpointRoot } from "../checkpoints.ts";
import { merkleTree } from "../merkle.ts";
import type { Notebook } from "./findings.ts";

interface CheckpointRow {
  readonly jurisdiction: JurisdictionCode;
  readonly number: number;
  readonly leafCount: number;
  readonly leavesRoot: Sha256;
  readonly previousRoot: Sha256 | null;
  readonly root: Sha256;
}

interface LeafRow {
  readonly ordinal: number;
  readonly subjectKind: string;
  readonly subject: string;
  readonly version: number;
  readonly hash: Sha256;
  readonly held: Sha256 | null;
}

interface WaitingRow extends Omit<LeafRow, "ordinal"> {
  readonly jurisdiction: string;
}

const subjectOf = (leaf: string): string => `case ${leaf}.subject_kind
    when 'version' then (select v.hash from qipan.entry_version v where v.jurisdiction = ${leaf}.jurisdiction and v.entry = ${leaf}.subject and v.version = ${leaf}.version)
    when 'batch' then (select b.hash from qipan.import_batch b where b.jurisdiction = ${leaf}.jurisdiction and b.id = ${leaf}.subject)
    else (select d.hash from qipan.document d where d.jurisdiction = ${leaf}.jurisdiction and d.id = ${leaf}.subject) end`;

const leaves = `select l.*, ${subjectOf("l")} as held from qipan.checkpoint_leaf l where l.jurisdiction = $1 and l.checkpoint = $2 order by l.ordinal`;
const waiting = `select u.*, ${subjectOf("u")} as held from qipan.unsealed u`;
const strays = `
  with subject as (
    select jurisdiction, 'version' as kind, entry as id, version from qipan.entry_version
    union all select jurisdiction, 'batch', id, 0 from qipan.import_batch
    union all select jurisdiction, 'document', id, 0 from qipan.document)
  select s.jurisdiction, s.kind as subject_kind, s.id as subject, s.version from subject s
  where not exists (select from qipan.checkpoint_leaf l where l.jurisdiction = s.jurisdiction and l.subject_kind = s.kind and l.subject = s.id and l.version = s.version)
    and not exists (select from qipan.unsealed u where u.jurisdiction = s.jurisdiction and u.subject_kind = s.kind and u.subject = s.id and u.version = s.version)`;

/** 验检查点. Roots chained and computed anew, every leaf what the ledger holds, and nothing outside both leaves and waiting room. */
export async function verifyCheckpoints(snapshot: Snapshot, notes: Notebook): Promise<void> {
  let before: CheckpointRow | undefined;
  for await (const row of snapshot.stream<CheckpointRow>(
    "select * from qipan.checkpoint order by jurisdiction, number",
  )) {
    const last = before?.jurisdiction === row.jurisdiction ? before : undefined;
    verifyChain(row, last, notes);
    await verifyLeaves(snapshot, row, notes);
    notes.count("checkpoints");
    before = row;
  }
  await verifyWaiting(snapshot, notes);
}

function verifyChain(row: CheckpointRow, last: CheckpointRow | undefined, notes: Notebook): void {
  const name = `${row.jurisdiction} checkpoint ${row.number}`;
  const next = (last?.number ?? 0) + 1;
  if (row.number !== next) notes.problem("checkpoint-gap", name, { found: row.number, expected: next });
  else if (row.previousRoot !== (last?.root ?? null))
    notes.problem("checkpoint-root", `${name} previous root`, {
      found: row.previousRoot,
      expected: last?.root ?? null,
    });
  const root = checkpointRoot(row);
  if (root !== row.root) notes.problem("checkpoint-root", name, { found: row.root, expected: root });
}

async function verifyLeaves(snapshot: Snapshot, row: CheckpointRow, notes: Notebook): Promise<void> {
  const name = `${row.jurisdiction} checkpoint ${row.number}`;
  const tree = merkleTree();
  for await (const leaf of snapshot.stream<LeafRow>(leaves, { values: [row.jurisdiction, row.number] })) {
    verifySealed(`${name} leaf ${leaf.ordinal}: ${leaf.subjectKind} ${leaf.subject}`, leaf, notes);
    if (leaf.ordinal !== tree.size)
      notes.problem("checkpoint-leaves", name, { found: `leaf ${leaf.ordinal}`, expected: `leaf ${tree.size}` });
    tree.add(leaf.hash);
    notes.count("leaves");
  }
  if (tree.size !== row.leafCount || tree.root() !== row.leavesRoot)
    notes.problem("checkpoint-leaves", name, {
      found: `${tree.size} leaves, ${tree.root()}`,
      expected: `${row.leafCount} leaves, ${row.leavesRoot}`,
    });
}

function verifySealed(
  name: string,
  { version, hash, held }: Pick<LeafRow, "version" | "hash" | "held">,
  notes: Notebook,
): void {
  const at = version === 0 ? name : `${name} version ${version}`;
  if (held === null) notes.problem("sealed-missing", at, { found: "nothing held", expected: hash });
  else if (held !== hash) notes.problem("sealed-differs", at, { found: held, expected: hash });
}

async function verifyWaiting(snapshot: Snapshot, notes: Notebook): Promise<void> {
  for await (const row of snapshot.stream<WaitingRow>(waiting)) {
    verifySealed(`${row.jurisdiction} not yet sealed: ${row.subjectKind} ${row.subject}`, row, notes);
    notes.unsealed(1);
  }
  for await (const row of snapshot.stream<Omit<WaitingRow, "hash" | "held">>(strays)) {
    notes.problem("unsealed-missing", `${row.jurisdiction} ${row.subjectKind} ${row.subject} version ${row.version}`, {
      found: "neither under a checkpoint nor waiting for one",
      expected: "one of both",
    });
  }
}
