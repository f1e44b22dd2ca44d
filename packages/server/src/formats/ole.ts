import { FileRefused } from "../ingest/file-refusal.ts";

/** 复合文档. Names of the storages and streams of an OLE file (MS-CFB), and the bytes of the streams. */
export interface OleFile {
  readonly names: ReadonlySet<string>;
  /** First bytes of a stream, up to `most`; null when there is none of that name. */
  head(stream: string, most: number): Uint8Array | null;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly sector: number;
  readonly size: number;
}

interface Sectors {
  readonly name: string;
  readonly view: DataView;
  readonly size: number;
  readonly table: Int32Array;
}

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Whether bytes begin as an OLE file does. */
export const isOle = (bytes: Uint8Array): boolean => signature.every((byte, index) => bytes[index] === byte);

/** 开复合文档. Throws `FileRefused` (`truncated`, `damaged`) when its tables do not hang together. */
export function openOle(name: string, bytes: Uint8Array): OleFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 512) throw cut(name);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) throw broken(name, `sectors of 2^${shift} bytes, expected 2^9 or 2^12`);
  const sectors = { name, view, size: 2 ** shift, table: allocation(name, view, 2 ** shift) };
  const directory = chain(sectors, view.getInt32(48, true), Number.POSITIVE_INFINITY);
  const entries = entriesOf(directory);
  const root = entries.find(({ isStream }) => !isStream);
  checkChains(sectors, [
    view.getInt32(48, true),
    view.getInt32(60, true),
    ...startsOf(entries, view.getUint32(56, true)),
  ]);
  return {
    names: new Set(entries.map((entry) => entry.name)),
    head: (stream, most) => {
      const entry = entries.find((one) => one.isStream && one.name === stream);
      if (!entry) return null;
      const length = Math.min(most, entry.size);
      const isSmall = entry.size < view.getUint32(56, true);
      return isSmall && root ? smallStream(sectors, root, entry.sector, length) : chain(sectors, entry.sector, length);
    },
  };
}

/** First sectors of all chains: the streams that are not small, and the root, in which the small ones lie. */
const startsOf = (entries: readonly Entry[], smallest: number): readonly number[] =>
  entries.filter(({ isStream, size }) => size > 0 && (!isStream || size >= smallest)).map(({ sector }) => sector);

/** No sector belongs to two chains or twice to one: readers that follow a circle never end. */
function checkChains({ name, table }: Sectors, starts: readonly number[]): void {
  const seen = new Uint8Array(table.length);
  for (const start of starts)
    for (let sector = start; sector >= 0; sector = table[sector] ?? -2) {
      if (seen[sector] === 1) throw broken(name, "two chains of its sectors meet");
      seen[sector] = 1;
    }
}

/** The allocation table: for each sector the one after it. Its own sectors are listed in the header, then in a chain. */
function allocation(name: string, view: DataView, size: number): Int32Array {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(view.getInt32(at, true));
  let more = view.getInt32(68, true);
  for (let turns = 0; more >= 0; turns += 1) {
    const start = (more + 1) * size;
    if (start + size > view.byteLength) throw cut(name);
    if (turns * size > view.byteLength) throw broken(name, "a circle in its table of tables");
    for (let at = start; at < start + size - 4; at += 4) places.push(view.getInt32(at, true));
    more = view.getInt32(start + size - 4, true);
  }
  const used = places.filter((place) => place >= 0);
  if (view.getUint32(44, true) * size > view.byteLength) throw cut(name);
  const table = new Int32Array((used.length * size) / 4);
  for (const [index, place] of used.entries()) {
    const start = (place + 1) * size;
    if (start + size > view.byteLength) throw cut(name);
    for (let at = 0; at < size; at += 4) table[(index * size + at) / 4] = view.getInt32(start + at, true);
  }
  return table;
}

/** Bytes of the sectors that follow each other from `first` on, at most `most`. */
function chain({ name, view, size, table }: Sectors, first: number, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let sector = first; sector >= 0 && length < most; sector = table[sector] ?? -2) {
    const start = (sector + 1) * size;
    if (start >= view.byteLength) throw cut(name);
    if (length > view.byteLength) throw broken(name, "a circle in a chain of its sectors");
    const end = Math.min(start + size, view.byteLength);
    pieces.push(new Uint8Array(view.buffer, view.byteOffset + start, end - start));
    length += end - start;
  }
  return new Uint8Array(Buffer.concat(pieces).subarray(0, Math.min(most, length)));
}

/** Streams below 4096 bytes lie in sectors of 64 bytes inside the stream of the root. */
function smallStream(sectors: Sectors, root: Entry, first: number, most: number): Uint8Array {
  const holder = chain(sectors, root.sector, root.size);
  const raw = chain(sectors, sectors.view.getInt32(60, true), Number.POSITIVE_INFINITY);
  const table = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const small = new Uint8Array(most);
  let sector = first;
  for (let length = 0; sector >= 0 && length < most; length += 64) {
    small.set(holder.subarray(sector * 64, sector * 64 + Math.min(64, most - length)), length);
    sector = sector * 4 + 4 <= table.byteLength ? table.getInt32(sector * 4, true) : -2;
  }
  return small;
}

function entriesOf(directory: Uint8Array): readonly Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  const entries: Entry[] = [];
  for (let at = 0; at + 128 <= directory.byteLength; at += 128) {
    const length = Math.min(64, view.getUint16(at + 64, true));
    const type = view.getUint8(at + 66);
    if (type === 0 || length < 2) continue;
    const name = new TextDecoder("utf-16le").decode(directory.subarray(at, at + length - 2));
    entries.push({
      name,
      isStream: type === 2,
      sector: view.getInt32(at + 116, true),
      size: view.getUint32(at + 120, true),
    });
  }
  return entries;
}

const cut = (name: string): FileRefused =>
  new FileRefused(
    "truncated",
    `${name} breaks off: its list of parts names places beyond its end. Get the file again from where it came.`,
  );

const broken = (name: string, what: string): FileRefused =>
  new FileRefused(
    "damaged",
    `${name} is a damaged OLE file (${what}). Get it again from where it came; if it opens there, save it as docx.`,
  );
