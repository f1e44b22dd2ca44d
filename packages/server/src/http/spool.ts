import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { RequestRefused } from "./problem-response.ts";

/** 暂存件. A body that was written to a file as it came; whoever wants to keep it moves it away. */
export interface SpooledFile {
  readonly path: string;
  readonly byteLength: number;
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly sha256: string;
}

/** 暂存处. Takes bodies in without holding them in memory, a few at a time. */
export interface Spool {
  /** Throws `RequestRefused` when the body is empty or larger than the limit, or too many come at once; nothing stays then. */
  receive(request: Request, limitBytes: number): Promise<SpooledFile>;
}

/** Bodies that are received at once; a browser that sends many files waits for its turn by itself. */
const atOnce = 8;

/** 开暂存处. Files of the folder end in `.part` until somebody moves them; the folder is made when it is first needed. */
export function openSpool(folder: string): Spool {
  let receiving = 0;
  return {
    receive: async (request, limitBytes) => {
      if (receiving >= atOnce)
        throw new RequestRefused("too-many", `${atOnce} files are being received already; wait a moment`, {
          headers: { "retry-after": "2" },
        });
      receiving += 1;
      try {
        return await receive(request, folder, limitBytes);
      } finally {
        receiving -= 1;
      }
    },
  };
}

async function receive(request: Request, folder: string, limitBytes: number): Promise<SpooledFile> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > limitBytes) throw tooLarge(`${declared} bytes`, limitBytes);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.part`);
  const hash = createHash("sha256");
  let byteLength = 0;
  const measured = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      byteLength += chunk.length;
      if (byteLength > limitBytes) throw tooLarge("more", limitBytes);
      hash.update(chunk);
      yield chunk;
    }
  };
  try {
    const body = Readable.from(request.body ?? []);
    await pipeline(body, measured, createWriteStream(path, { mode: 0o600, flags: "wx", flush: true }));
    if (byteLength === 0) throw new RequestRefused("invalid", "The body is empty; expected the bytes of a file");
    return { path, byteLength, sha256: hash.digest("hex") };
  } catch (failure) {
    await rm(path, { force: true });
    throw failure;
  }
}

function tooLarge(found: string, limitBytes: number): RequestRefused {
  return new RequestRefused(
    "too-large",
    `Found ${found}, expected at most ${limitBytes} bytes; hand the file in in parts`,
  );
}
