import type { Sha256 } from "@qipan/policy/records/identity";
import { registerOf, type EntryKind } from "@qipan/policy/records/registers";
import type { Snapshot } from "../backup/snapshot.ts";
import { canonicalJson, digestOf } from "../canonical-json.ts";
import { addedDigest, heldEvidenceDigest, reasonDigest, type VersionFacts, versionHash } from "../chain.ts";
import type { Notebook } from "./findings.ts";

interface VersionRow extends VersionFacts {
  readonly kind: EntryKind;
  readonly reason: string | null;
  readonly title: string;
  readonly fields: Record<string, unknown> | null;
  readonly redacted: boolean;
  readonly evidenceVersions: readonly number[];
  readonly evidenceCount: number;
  readonly addedCount: number;
  readonly addedDigest: Sha256;
  readonly hash: Sha256;
  /** Digests of the evidence that is held of this version, in order. */
  readonly brought: readonly Sha256[];
  readonly purged: number;
}

interface EntryRow {
  readonly jurisdiction: string;
  readonly id: string;
  readonly said: Readonly<Record<string, unknown>>;
  readonly newest: Readonly<Record<string, unknown>> | null;
}

/** What was read of one entry so far, in order of version. */
interface Chain {
  readonly name: string;
  readonly versions: VersionRow[];
}

const versionRows = `
  select v.*, coalesce(b.brought, '{}') as brought, coalesce(b.purged, 0)::integer as purged
  from qipan.entry_version v
  left join lateral (
    select array_agg(e.digest::text order by e.ordinal) as brought, count(e.purged_at) as purged
    from qipan.evidence e where e.jurisdiction = v.jurisdiction and e.entry = v.entry and e.version = v.version) b on true
  order by v.jurisdiction, v.entry, v.version`;

const compared = [
  "version",
  "hash",
  "kind",
  "key",
  "origin",
  "confidence",
  "visibility",
  "shared_with",
  "withdrawn",
  "title",
  "title_en",
  "fields",
  "evidence_versions",
  "evidence_count",
  "when_day",
  "exists_from",
  "regions",
];
const objectOf = (alias: string): string =>
  `jsonb_build_object(${compared.map((column) => `'${column}', ${alias}.${column}`).join(", ")})`;

// Both sides in full, so that an entry without a version and a version without an entry are found alike.
const entryRows = `
  select coalesce(e.jurisdiction, v.jurisdiction) as jurisdiction, coalesce(e.id, v.entry) as id,
    case when e.id is not null then ${objectOf("e")} end as said, case when v.entry is not null then ${objectOf("v")} end as newest
  from qipan.entry e
  full join (select distinct on (jurisdiction, entry) * from qipan.entry_version order by jurisdiction, entry, version desc) v
    on v.jurisdiction = e.jurisdiction and v.entry = e.id`;

/** 验版本. Chains without gaps or forks, hashes and digests as computed anew, redaction only where a purge explains it. */
export async function verifyVersions(snapshot: Snapshot, notes: Notebook): Promise<void> {
  let chain: Chain = { name: "", versions: [] };
  for await (const row of snapshot.stream<VersionRow>(versionRows)) {
    const name = `${row.jurisdiction} ${row.kind} ${row.entry}`;
    if (chain.name !== name) chain = { name, versions: [] };
    verifyPlace(row, chain, notes);
    chain.versions.push(row);
    verifyWords(row, chain, notes);
    notes.count("versions");
  }
}

/** 验条目. Every entry says what its newest version says, and each has the other. */
export async function verifyEntries(snapshot: Snapshot, notes: Notebook): Promise<void> {
  for await (const { jurisdiction, id, said, newest } of snapshot.stream<EntryRow>(entryRows)) {
    const name = `${jurisdiction} entry ${id}`;
    if (said === null)
      notes.problem("entry-missing", name, {
        found: "no entry",
        expected: `the entry of version ${String(newest?.version)}`,
      });
    else if (newest === null)
      notes.problem("entry-without-version", name, { found: "no version", expected: "a chain of versions" });
    else verifySame(name, { said, newest }, notes);
  }
}

function verifySame(name: string, { said, newest }: { said: object; newest: object }, notes: Notebook): void {
  const versions = new Map(Object.entries(newest));
  for (const [column, value] of Object.entries(said)) {
    const expected = column === "fields" ? (versions.get(column) ?? {}) : versions.get(column);
    if (canonicalJson(value ?? null) === canonicalJson(expected ?? null)) continue;
    notes.problem("entry-differs", `${name} ${column}`, { found: value, expected });
  }
}

function verifyPlace(row: VersionRow, { name, versions }: Chain, notes: Notebook): void {
  const last = versions.at(-1);
  const at = `${name} version ${row.version}`;
  const next = (last?.version ?? 0) + 1;
  if (row.version !== next) notes.problem("version-gap", at, { found: row.version, expected: next });
  else if (row.previousHash !== (last?.hash ?? null))
    notes.problem("version-unchained", at, { found: row.previousHash, expected: last?.hash ?? null });
  const hash = versionHash(row);
  if (hash !== row.hash) notes.problem("version-hash", at, { found: row.hash, expected: hash });
}

function verifyWords(row: VersionRow, chain: Chain, notes: Notebook): void {
  const at = `${chain.name} version ${row.version}`;
  verifyEvidence(row, chain, notes);
  if (row.redacted) return verifyRedaction(row, chain, notes);
  const fieldsDigest = digestOf(row.fields);
  if (fieldsDigest !== row.fieldsDigest)
    notes.problem("fields-digest", at, { found: fieldsDigest, expected: row.fieldsDigest });
  if (reasonDigest(row.reason) !== row.reasonDigest)
    notes.problem("reason-digest", at, { found: reasonDigest(row.reason), expected: row.reasonDigest });
  const title = row.fields?.[registerOf(row.kind).title];
  if (Object.keys(row.fields ?? {}).length > 0 && row.title !== title)
    notes.problem("entry-differs", `${at} title`, { found: row.title, expected: title });
}

function verifyEvidence(row: VersionRow, { name, versions }: Chain, notes: Notebook): void {
  const at = `${name} version ${row.version}`;
  const added = addedDigest(row.brought);
  if (added !== row.addedDigest || row.brought.length !== row.addedCount)
    notes.problem("evidence-added", at, {
      found: `${row.brought.length} pieces, ${added}`,
      expected: `${row.addedCount} pieces, ${row.addedDigest}`,
    });
  const held = versions.filter(({ version }) => row.evidenceVersions.includes(version));
  const digest = heldEvidenceDigest(held.map((version) => version.addedDigest));
  if (digest !== row.evidenceDigest)
    notes.problem("evidence-held", at, { found: digest, expected: row.evidenceDigest });
}

function verifyRedaction(row: VersionRow, { name, versions }: Chain, notes: Notebook): void {
  const held = versions.filter(({ version }) => row.evidenceVersions.includes(version));
  if (row.fields === null && held.every(({ brought, purged }) => purged === brought.length)) return;
  notes.problem("redacted-without-purge", `${name} version ${row.version}`, {
    found: `${row.fields === null ? "" : "fields, and "}evidence that was not purged`,
    expected: "nothing said, and all evidence purged",
  });
}
