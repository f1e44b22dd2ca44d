import { crc32 } from "node:zlib";
import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from "yauzl";
import { FileRefused } from "../ingest/file-refusal.ts";
import type { Limits } from "./format-reader.ts";

/** 部件. One file inside a package. `refusal` says why it cannot be read, where its directory entry says so already. */
export interface Part {
  readonly path: string;
  readonly expandedBytes: number;
  readonly refusal: FileRefused | null;
}

/** 包. A ZIP file: a list of parts, read one by one and only when asked for. */
export interface Package {
  readonly parts: readonly Part[];
  /** Bytes of a part. Throws `FileRefused` when it is damaged, encrypted or unfolds to more than the limits allow. */
  read(part: Part): Promise<Uint8Array>;
}

/** 展开量. Bytes unfolded so far; packages inside packages count on one tally, so that nesting gains an attacker nothing. */
export interface Expansion {
  bytes: number;
}

/** Unfolded parts up to this size may be as compressible as they like: XML of a form with a thousand empty rows is. */
const freelyCompressible = 1024 * 1024;

/**
 * 开包. Opens a ZIP file from its bytes and checks its directory: number of parts, sizes, names, links. Nothing is written
 * to a disk, a part's name is only a label. Throws `FileRefused` when there is no whole directory or when it asks too much.
 */
export async function openPackage(
  name: string,
  bytes: Uint8Array,
  limits: Limits,
  expansion: Expansion = { bytes: 0 },
): Promise<Package> {
  const entries = await entriesOf(name, bytes, limits);
  const declared = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (declared > limits.expandedBytes) throw expands(name, "its parts", limits);
  const known = new Map<Part, Entry>();
  const seen = new Set<string>();
  for (const { zip: _, entry, path } of entries) {
    if (path.endsWith("/")) continue;
    const part = { path, expandedBytes: entry.uncompressedSize, refusal: faultOf(name, entry, path, seen) };
    seen.add(path.toLowerCase());
    known.set(part, entry);
  }
  const zip = entries[0]?.zip;
  return {
    parts: [...known.keys()],
    read: async (part) => {
      const entry = known.get(part);
      if (!entry || !zip) throw new Error(`${part.path} is no part of ${name}`);
      if (part.refusal) throw part.refusal;
      return unfold(name, { zip, entry, path: part.path }, limits, expansion);
    },
  };
}

interface Located {
  readonly zip: ZipFile;
  readonly entry: Entry;
  readonly path: string;
}

async function entriesOf(name: string, bytes: Uint8Array, limits: Limits): Promise<readonly Located[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Located[] = [];
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false });
    if (zip.entryCount > limits.parts)
      throw new FileRefused(
        "too-many-parts",
        `${name} is a package of ${zip.entryCount} parts, the most that is opened is ${limits.parts}. Unpack it and hand in its files in several packages.`,
      );
    for await (const entry of zip.eachEntry()) found.push({ zip, entry, path: pathOf(entry) });
  } catch (failure) {
    throw failure instanceof FileRefused ? failure : brokenDirectory(name, failure);
  }
  return found;
}

/** Old packers on Chinese systems write names in GBK without saying so. */
function pathOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: Entry): string {
  const saysItself = (generalPurposeBitFlag & 0x800) !== 0 || extraFields.some(({ id }) => id === 0x7075);
  if (saysItself) return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true);
  const utf8 = new TextDecoder("utf-8").decode(fileNameRaw);
  return utf8.includes("\ufffd") ? new TextDecoder("gb18030").decode(fileNameRaw) : utf8;
}

function brokenDirectory(name: string, failure: unknown): FileRefused {
  const found = failure instanceof Error ? failure.message : String(failure);
  const isCut = /not found|EOF|overflows|range|directory file header/iu.test(found);
  const advice = "Get the file again from where it came; if it opens there, save it anew.";
  return isCut
    ? new FileRefused(
        "truncated",
        `${name} breaks off: it begins as a ZIP package, the list of its parts is missing. ${advice}`,
      )
    : new FileRefused("damaged", `${name} is a damaged ZIP package (${found}). ${advice}`);
}

const unixLink = 0xa000;

/** What the directory itself says against a part. */
function faultOf(name: string, entry: Entry, path: string, seen: ReadonlySet<string>): FileRefused | null {
  const shown = JSON.stringify(path);
  const unsafe = (what: string): FileRefused =>
    new FileRefused("unsafe", `${name} holds a part named ${shown}, ${what}. Pack the files anew without it.`);
  if (path.startsWith("/") || /^[A-Za-z]:/u.test(path))
    return unsafe("an absolute path, expected a path inside the package");
  if (path.split(/[/\\]/u).includes("..")) return unsafe("which leads out of the package");
  // oxlint-disable-next-line no-control-regex -- controls are what is looked for
  if (/[\u0000-\u001f\u007f]/u.test(path)) return unsafe("with a control character in it");
  if (entry.versionMadeBy >> 8 === 3 && ((entry.externalFileAttributes >>> 16) & 0xf000) === unixLink)
    return unsafe("a link to another file");
  if (seen.has(path.toLowerCase())) return unsafe("which an earlier part is named too");
  if (entry.isEncrypted())
    return new FileRefused("encrypted", `${name}: ${shown} is locked with a password. Unlock it and hand it in again.`);
  return null;
}

async function unfold(
  name: string,
  { zip, entry, path }: Located,
  limits: Limits,
  expansion: Expansion,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let sum = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = chunk as Uint8Array; // a stream of bytes without encoding
      length += piece.byteLength;
      expansion.bytes += piece.byteLength;
      checkExpansion(name, { path, packed: entry.compressedSize, length }, limits, expansion);
      sum = crc32(piece, sum);
      chunks.push(piece);
    }
  } catch (failure) {
    throw failure instanceof FileRefused ? failure : damagedPart(name, path, failure);
  }
  if (sum !== entry.crc32) throw damagedPart(name, path, "its checksum is another");
  return Buffer.concat(chunks, length);
}

function checkExpansion(
  name: string,
  { path, packed, length }: { path: string; packed: number; length: number },
  limits: Limits,
  expansion: Expansion,
): void {
  const shown = JSON.stringify(path);
  if (expansion.bytes > limits.expandedBytes) throw expands(name, shown, limits);
  if (length <= freelyCompressible || length <= packed * limits.expansion) return;
  throw new FileRefused(
    "expands",
    `${name}: ${shown} has ${packed} bytes and unfolds to more than ${limits.expansion} times as many, as only a file made to do harm does. If it is a true document, save it anew.`,
  );
}

function expands(name: string, what: string, limits: Limits): FileRefused {
  const mebibytes = Math.round(limits.expandedBytes / 1024 / 1024);
  return new FileRefused(
    "expands",
    `${name}: ${what} would unfold to more than ${mebibytes} MiB, the most that one file may. Hand in its files in several packages.`,
  );
}

function damagedPart(name: string, path: string, failure: unknown): FileRefused {
  const found = failure instanceof Error ? failure.message : String(failure);
  return new FileRefused(
    "damaged",
    `${name}: its part ${JSON.stringify(path)} is damaged (${found}). Get the file again from where it came; if it opens there, save it anew.`,
  );
}
