import { RequestRefused } from "../http/problem-response.ts";

/** A workbook may unpack to this much; one that claims more is refused before it is unpacked. */
const mostUnpackedBytes = 200 * 1024 * 1024;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/**
 * 验解压后大小. Adds up the sizes that the directory of a ZIP file states (APPNOTE 4.3.12) and refuses a file that would
 * unpack to too much. A file without a directory is refused too: it is no workbook.
 */
export function checkUnpackedSize(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined)
    throw new RequestRefused("invalid", "The file begins like a workbook but is cut off; save it anew as XLSX");
  const unpacked = sizesIn(view, { at: view.getUint32(end + 16, true), count: view.getUint16(end + 10, true) });
  if (unpacked > mostUnpackedBytes)
    throw new RequestRefused(
      "too-large",
      `The workbook unpacks to ${unpacked} bytes, expected at most ${mostUnpackedBytes}; split it`,
    );
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === endOfDirectory) return at;
  return undefined;
}

function sizesIn(view: DataView, { at, count }: { at: number; count: number }): number {
  let position = at;
  let sum = 0;
  for (let index = 0; index < count && position + 46 <= view.byteLength; index++) {
    if (view.getUint32(position, true) !== directoryEntry) break;
    sum += view.getUint32(position + 24, true);
    position +=
      46 +
      view.getUint16(position + 28, true) +
      view.getUint16(position + 30, true) +
      view.getUint16(position + 32, true);
  }
  return sum;
}
