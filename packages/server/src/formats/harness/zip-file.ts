import { constants, crc32, deflateRawSync } from "node:zlib";

/** 包内样件. A part of a ZIP file as the tests want it; what is not said is as it should be. */
export interface SamplePart {
  readonly path: string;
  readonly content?: string | Uint8Array;
  /** Packed bytes as they are, with the size that the directory shall claim. */
  readonly packed?: { readonly bytes: Uint8Array; readonly claims: number };
  readonly flags?: number;
  readonly checksum?: number;
  readonly unixMode?: number;
  /** Name in GBK without a word about it, as old packers write it. */
  readonly gbk?: Uint8Array;
}

/** 造包. Bytes of a ZIP file, faults included. */
export function zipFile(parts: readonly SamplePart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { bytes, claims, checksum } = packed(part);
    const name = Buffer.from(part.gbk ?? part.path);
    const flags = (part.flags ?? 0) | (part.gbk ? 0 : 0x800);
    const local = Buffer.concat([
      numbers(
        [0x04034b50, 4],
        [20, 2],
        [flags, 2],
        [8, 2],
        [0, 4],
        [checksum, 4],
        [bytes.length, 4],
        [claims, 4],
        [name.length, 2],
        [0, 2],
      ),
      name,
    ]);
    const mode = ((part.unixMode ?? 0o100644) << 16) >>> 0;
    directory.push(
      numbers(
        [0x02014b50, 4],
        [0x0314, 2],
        [20, 2],
        [flags, 2],
        [8, 2],
        [0, 4],
        [checksum, 4],
        [bytes.length, 4],
        [claims, 4],
        [name.length, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [0, 2],
        [mode, 4],
        [offset, 4],
      ),
      name,
    );
    pieces.push(local, Buffer.from(bytes));
    offset += local.length + bytes.length;
  }
  const list = Buffer.concat(directory);
  const end = numbers(
    [0x06054b50, 4],
    [0, 4],
    [parts.length, 2],
    [parts.length, 2],
    [list.length, 4],
    [offset, 4],
    [0, 2],
  );
  return new Uint8Array(Buffer.concat([...pieces, list, end]));
}

function packed({ content = "", packed, checksum }: SamplePart): {
  bytes: Uint8Array;
  claims: number;
  checksum: number;
} {
  if (packed) return { bytes: packed.bytes, claims: packed.claims, checksum: checksum ?? 0 };
  const plain = typeof content === "string" ? Buffer.from(content) : content;
  return { bytes: deflateRawSync(plain), claims: plain.length, checksum: checksum ?? crc32(plain) };
}

function numbers(...fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, bytes]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntLE(value, 0, bytes);
      return field;
    }),
  );
}

/** 零流. Packed bytes that unfold to so many MiB of zeros, made without unfolding them. */
export function packedZeros(mebibytes: number): Uint8Array {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([...Array.from({ length: mebibytes }, () => block), deflateRawSync(Buffer.alloc(0))]);
}
