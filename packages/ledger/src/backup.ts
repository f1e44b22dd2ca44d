import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Instant, type Sha256, sha256 } from "@qipan/policy/records/identity";
import type { ClientConfig } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { framed } from "./backup/container.ts";
import { type BackupHead, type BackupManifest, backupManifest, type BackupTable } from "./backup/manifest.ts";
import { type Snapshot, withSnapshot } from "./backup/snapshot.ts";
import { type LedgerTable, ledgerTables, quotedName } from "./backup/tables.ts";
import { schemaNumber } from "./migrate.ts";

/** 备份来源. What is needed of a ledger; an open `Ledger` has it. */
export interface BackupSource {
  readonly adminConnection: ClientConfig;
  readonly now: () => Date;
}

/**
 * 备份. Writes the whole ledger as it stands at one instant into one file, readable by its owner alone, while others go on
 * writing. The file appears under its name only when it is whole; an older one of that name is replaced. Tables stream
 * through, so memory does not grow with the ledger. Throws when the disk is full or the folder cannot be written.
 */
export async function backup(
  source: BackupSource,
  file: string,
  { onProgress }: { readonly onProgress?: (line: string) => void } = {},
): Promise<BackupManifest> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const partial = `${file}.partial-${process.pid}`;
  try {
    const manifest = await withSnapshot(source.adminConnection, async (snapshot) => {
      const head = await headOf(snapshot, source.now().toISOString() as Instant); // toISOString writes an instant
      const written: BackupManifest = { ...head, tables: [], roots: await rootsOf(snapshot) };
      const parts = Readable.from(framed(partsFor(snapshot, written, onProgress)), { objectMode: false });
      await pipeline(parts, createGzip(), createWriteStream(partial, { mode: 0o600, flush: true }));
      return backupManifest.parse(written);
    });
    await rename(partial, file);
    return manifest;
  } finally {
    await rm(partial, { force: true });
  }
}

interface WrittenPart {
  readonly name: string;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
}

/** Head, one part a table, and the manifest, which is complete only when every table has gone by. */
async function* partsFor(
  snapshot: Snapshot,
  manifest: BackupManifest,
  onProgress?: (line: string) => void,
): AsyncGenerator<WrittenPart, void> {
  const { tables, roots: _, ...head } = manifest;
  yield { name: "head", content: [Buffer.from(JSON.stringify(head))] };
  for (const table of await ledgerTables(snapshot.client)) {
    onProgress?.(`Backing up ${table.table}`);
    const counted = countedCopy(snapshot, table);
    yield { name: table.table, content: counted.content };
    tables.push(counted.result());
  }
  const text = Buffer.from(JSON.stringify(manifest));
  yield { name: "manifest", content: [text] };
  yield { name: "end", content: [Buffer.from(createHash("sha256").update(text).digest("hex"))] };
}

interface CountedCopy {
  readonly content: AsyncIterable<Buffer>;
  /** Only once the content has gone by. */
  result(): BackupTable;
}

function countedCopy({ client }: Snapshot, { table, columns }: LedgerTable): CountedCopy {
  const hash = createHash("sha256");
  const stream = copyTo(
    `copy (select ${columns.map(quotedName).join(", ")} from qipan.${quotedName(table)}) to stdout`,
  );
  let bytes = 0;
  async function* content(): AsyncGenerator<Buffer, void> {
    client.query(stream);
    for await (const piece of stream as AsyncIterable<Buffer>) {
      // a stream of buffers, which its type leaves open
      hash.update(piece);
      bytes += piece.length;
      yield piece;
    }
  }
  const digest = (): Sha256 => sha256.parse(hash.digest("hex"));
  return {
    content: content(),
    result: () => ({ table, columns: [...columns], rows: stream.rowCount ?? 0, bytes, sha256: digest() }),
  };
}

async function headOf({ client, rows }: Snapshot, madeAt: Instant): Promise<BackupHead> {
  const [server] = await rows<{ version: string }>("select current_setting('server_version') as version");
  return { format: 1, schema: await schemaNumber(client), madeAt, database: server?.version ?? "unknown" };
}

async function rootsOf({ rows }: Snapshot): Promise<BackupManifest["roots"]> {
  const roots = await rows<BackupManifest["roots"][number]>(
    "select distinct on (jurisdiction) jurisdiction, number, root from qipan.checkpoint order by jurisdiction, number desc",
  );
  return [...roots];
}
