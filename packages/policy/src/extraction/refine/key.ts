import type { Reading } from "../../records/reading.ts";
import { fold } from "../../text/fold.ts";
import type { Refinement } from "./refinement.ts";

/**
 * 定键. Gives every reading the key that names it in any import of the document: type, a hash of its normalised words and
 * value, and the ordinal among equals. Offsets, layout, spaces and marks of emphasis do not enter.
 */
export const keyRefinement: Refinement = {
  name: "key",
  apply(readings) {
    const counts = new Map<string, number>();
    return readings.map((reading) => {
      const stem = `${reading.type}:${hash(contentOf(reading))}`;
      const ordinal = (counts.get(stem) ?? 0) + 1;
      counts.set(stem, ordinal);
      return { ...reading, key: `${stem}:${ordinal}` };
    });
  },
};

function contentOf(reading: Reading): string {
  const written = fold(reading.spans[0]?.text ?? "");
  const words = layout.test(written) ? written.replaceAll(layoutOrTag, "") : written;
  return reading.type === "measurement"
    ? `${words}|${reading.value}|${reading.low}|${reading.high}|${reading.unit}`
    : words;
}

const layout = /[\s*#_|<]/u;
const layoutOrTag = /[\s*#_|]|<\/?(?:b|strong)>/gu;

/** FNV-1a over code units with two seeds, 64 bits in 16 hexadecimal digits: enough for the readings of one document. */
function hash(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x01000193);
  }
  return hexadecimal(first) + hexadecimal(second);
}

const hexadecimal = (bits: number): string => (bits >>> 0).toString(16).padStart(8, "0");
