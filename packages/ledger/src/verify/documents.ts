import type { Id } from "@qipan/policy/records/identity";
import type { Snapshot } from "../backup/snapshot.ts";
import { sha256Of } from "../canonical-json.ts";
import { type DocumentFacts, documentHash } from "../chain.ts";
import type { Notebook } from "./findings.ts";

interface DocumentRow extends DocumentFacts {
  readonly sentenceCount: number;
  readonly hash: string;
  readonly purgedAt: string | null;
  readonly bytes: Buffer | null;
  readonly text: string | null;
}

interface SentenceRow {
  readonly address: string;
  readonly start: number;
  readonly end: number;
  readonly raw: string;
}

interface ReadingRow {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

const documents = `select d.*, c.bytes, c.text from qipan.document d
  left join qipan.document_content c on c.jurisdiction = d.jurisdiction and c.document = d.id order by d.jurisdiction, d.id`;
const sentences = `select address, start, "end", raw from qipan.sentence where jurisdiction = $1 and document = $2 order by paragraph, ordinal`;
const readings = `select id, start, "end", quote from qipan.reading where jurisdiction = $1 and document = $2`;

/** 验文件. Bytes and text by their digests, every sentence the slice of the text it names; purged ones hold nothing. */
export async function verifyDocuments(snapshot: Snapshot, notes: Notebook): Promise<void> {
  for await (const row of snapshot.stream<DocumentRow>(documents, { size: 1 })) {
    const name = `${row.jurisdiction} document ${row.id}`;
    const hash = documentHash(row);
    if (hash !== row.hash) notes.problem("document-hash", name, { found: row.hash, expected: hash });
    if (row.purgedAt === null) verifyContent(name, row, notes);
    else if (row.bytes !== null)
      notes.problem("purge-incomplete", name, { found: "bytes and text", expected: "a tombstone alone" });
    const named = { ...row, name, text: row.text ?? "" };
    await verifySentences(snapshot, named, notes);
    await verifyReadings(snapshot, named, notes);
    notes.count("documents");
  }
}

function verifyContent(name: string, row: DocumentRow, notes: Notebook): void {
  const { bytes, text } = row;
  if (bytes === null || text === null)
    return notes.problem("document-bytes", name, { found: "no bytes", expected: row.sha256 });
  const [bytesDigest, textDigest] = [sha256Of(bytes), sha256Of(text)];
  if (bytesDigest !== row.sha256 || bytes.length !== row.byteLength)
    notes.problem("document-bytes", name, {
      found: `${bytes.length} bytes, ${bytesDigest}`,
      expected: `${row.byteLength} bytes, ${row.sha256}`,
    });
  if (textDigest !== row.textSha256 || text.length !== row.textLength)
    notes.problem("document-text", name, {
      found: `${text.length} units, ${textDigest}`,
      expected: `${row.textLength} units, ${row.textSha256}`,
    });
}

type NamedDocument = DocumentRow & { readonly name: string; readonly text: string };

async function verifySentences(snapshot: Snapshot, row: NamedDocument, notes: Notebook): Promise<void> {
  const { name, text, jurisdiction, id, purgedAt } = row;
  let count = 0;
  for await (const { address, start, end, raw } of snapshot.stream<SentenceRow>(sentences, {
    values: [jurisdiction, id],
  })) {
    const words = text.slice(start, end);
    if (raw !== words) notes.problem("sentence-text", `${name} ${address}`, { found: raw, expected: words });
    count += 1;
    notes.count("sentences");
  }
  const expected = purgedAt === null ? row.sentenceCount : 0;
  if (count !== expected) notes.problem("sentence-count", name, { found: count, expected });
}

async function verifyReadings(
  snapshot: Snapshot,
  { name, text, jurisdiction, id }: NamedDocument,
  notes: Notebook,
): Promise<void> {
  for await (const { id: reading, start, end, quote } of snapshot.stream<ReadingRow>(readings, {
    values: [jurisdiction, id],
  })) {
    const words = text.slice(start, end);
    if (quote !== words)
      notes.problem("reading-quote", `${name} reading ${reading}`, { found: quote, expected: words });
  }
}
