import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { LedgerRefusal } from "../refusal.ts";

/**
 * 备份容器. A gzip stream of parts. After the first line each part is a chunk with its name, chunks of content, and an
 * empty chunk; a chunk is its length in four bytes, most significant first, and its bytes. Lengths of parts need not be
 * known beforehand, so tables of any size pass through in constant memory.
 */
const firstLine = Buffer.from("QIPAN BACKUP 1\n");
const longestChunk = 64 * 1024 * 1024;

/** 部分. A part of a backup; its content has to be read before the next part is asked for. */
export interface Part {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** Frames parts; the result goes through gzip into the file. */
export async function* framed(
  parts: AsyncIterable<{ readonly name: string; readonly content: AsyncIterable<Buffer> | Iterable<Buffer> }>,
): AsyncGenerator<Buffer, void> {
  yield firstLine;
  for await (const { name, content } of parts) {
    yield chunk(Buffer.from(name));
    for await (const piece of content) if (piece.length > 0) yield chunk(piece);
    yield chunk(Buffer.alloc(0));
  }
}

/** Parts of a backup file in their order. A file that is none, or that breaks off, is refused. */
export async function* partsOf(file: string): AsyncGenerator<Part, void> {
  const source = createReadStream(file);
  const stream = source.pipe(createGunzip());
  source.on("error", (error) => stream.destroy(error)); // `pipe` does not hand errors on
  const reader = byteReader(file, stream);
  try {
    const line = await reader.take(firstLine.length);
    if (!line?.equals(firstLine)) throw damaged(file, "it does not begin like a backup of Qipan");
    for (;;) {
      const name = await chunkOf(reader);
      if (name === null) return;
      yield { name: name.toString("utf8"), content: contentOf(reader) };
    }
  } finally {
    source.destroy();
    stream.destroy();
  }
}

/** What to say of a backup that is not whole. */
export function damaged(file: string, found: string): LedgerRefusal {
  return new LedgerRefusal(
    "invalid",
    `The backup ${file} is damaged or no backup: ${found}. Nothing was written. Use another copy of it.`,
  );
}

async function* contentOf(reader: ByteReader): AsyncGenerator<Buffer, void> {
  for (;;) {
    const piece = await chunkOf(reader);
    if (piece === null) throw reader.broken("it breaks off inside a part");
    if (piece.length === 0) return;
    yield piece;
  }
}

function chunk(content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, content]);
}

/** Null at the end of the stream. */
async function chunkOf(reader: ByteReader): Promise<Buffer | null> {
  const length = (await reader.take(4))?.readUInt32BE();
  if (length === undefined) return null;
  if (length > longestChunk) throw reader.broken(`a piece claims ${length} bytes`);
  const content = await reader.take(length);
  if (content === null) throw reader.broken("it breaks off inside a piece");
  return content;
}

interface ByteReader {
  /** Exactly so many bytes; null when there are no more at all. */
  take(count: number): Promise<Buffer | null>;
  /** The refusal for a file that is not whole. */
  broken(found: string): LedgerRefusal;
}

function byteReader(file: string, stream: AsyncIterable<Buffer>): ByteReader {
  const source = stream[Symbol.asyncIterator]();
  const broken = (found: string): LedgerRefusal => damaged(file, found);
  let held: Buffer[] = [];
  let size = 0;
  /** Reads on until so many bytes are held; false at the end of the stream. */
  const fill = async (count: number): Promise<boolean> => {
    for (let missing = count - size; missing > 0; missing = count - size) {
      const { done, value } = await source.next().catch((error: unknown) => {
        throw isZlibError(error) ? broken(error.message) : error;
      });
      if (done) return false;
      held.push(value);
      size += value.length;
    }
    return true;
  };
  return {
    broken,
    async take(count) {
      if (count === 0) return Buffer.alloc(0);
      if (!(await fill(count))) {
        if (size === 0) return null;
        throw broken("it breaks off");
      }
      const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held, size); // most reads lie within one piece
      held = [all.subarray(count)];
      size -= count;
      return all.subarray(0, count);
    },
  };
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
}
