import type { Sha256 } from "@qipan/policy/records/identity";
import type { Snapshot } from "../backup/snapshot.ts";
import { evidenceDigest } from "../chain.ts";
import { evidenceOfRow, type EvidenceRow } from "../evidence-row.ts";
import type { Notebook } from "./findings.ts";

interface CitedRow extends EvidenceRow {
  readonly name: string;
  readonly digest: Sha256;
  readonly purgedAt: string | null;
  readonly documentPurgedAt: string | null;
  readonly raw: string | null;
  readonly sentenceStart: number | null;
}

const cited = `
  c.kind, c.document_jurisdiction, c.document, c.address, c.start, c."end", c.quote, c.content, c.digest, c.purged_at,
    d.purged_at as document_purged_at, s.raw, s.start as sentence_start`;
const places = `
  left join qipan.document d on d.jurisdiction = c.document_jurisdiction and d.id = c.document
  left join qipan.sentence s on c.kind = 'sentence' and s.jurisdiction = c.document_jurisdiction and s.document = c.document
    and s.paragraph = substring(c.address from '^p([0-9]+)')::integer and s.ordinal = substring(c.address from 's([0-9]+)$')::integer`;
const ofVersions = `select c.jurisdiction || ' entry ' || c.entry || ' version ' || c.version || ' evidence ' || c.ordinal as name, ${cited} from qipan.evidence c ${places}`;
const ofObservations = `select c.jurisdiction || ' observation ' || c.observation || ' evidence' as name, ${cited} from qipan.observation_evidence c ${places}`;

/** 验依据. Every piece as it was brought, every quote the words of its sentence or cells; purged ones only of purged documents. */
export async function verifyEvidence(snapshot: Snapshot, notes: Notebook): Promise<void> {
  for (const text of [ofVersions, ofObservations]) {
    for await (const row of snapshot.stream<CitedRow>(text)) {
      if (row.purgedAt !== null) verifyPurged(row, notes);
      else if (row.kind === "cell") await verifyCells(snapshot, row, notes);
      else verifyHeld(row, notes);
      notes.count("evidence");
    }
  }
}

function verifyDigest(row: CitedRow, notes: Notebook): void {
  const evidence = evidenceOfRow(row);
  const digest = evidence === null ? null : evidenceDigest(evidence);
  if (digest !== row.digest)
    notes.problem("evidence-digest", row.name, { found: digest ?? "no quote", expected: row.digest });
}

const words = `select qipan.cell_words($1, $2, $3, $4) as words`;

async function verifyCells(snapshot: Snapshot, row: CitedRow, notes: Notebook): Promise<void> {
  verifyDigest(row, notes);
  const { sheet, range } = row.content;
  const place = [row.documentJurisdiction, row.document, sheet, range];
  const [held] = await snapshot.rows<{ words: string | null }>(words, place);
  const expected = held?.words ?? "no words";
  if (row.quote !== expected) notes.problem("quote-differs", row.name, { found: row.quote ?? "no quote", expected });
}

function verifyHeld(row: CitedRow, notes: Notebook): void {
  verifyDigest(row, notes);
  if (row.kind !== "sentence" || row.start === null || row.end === null) return;
  if (row.raw === null || row.sentenceStart === null)
    return notes.problem("sentence-missing", row.name, {
      found: `no ${row.address} of ${row.document}`,
      expected: "the sentence it cites",
    });
  const words = row.raw.slice(row.start - row.sentenceStart, row.end - row.sentenceStart);
  if (words !== row.quote)
    notes.problem("quote-differs", row.name, { found: row.quote ?? "no quote", expected: words });
}

function verifyPurged(row: CitedRow, notes: Notebook): void {
  if (row.quote === null && row.documentPurgedAt !== null) return;
  const found =
    row.quote === null ? "a purged quote of a document that is not purged" : "a quote that should have been purged";
  notes.problem("purge-incomplete", row.name, { found, expected: "no quote, and a tombstone on the document" });
}
