import { charClass, isAt } from "../text/char-class.ts";
import type { Span } from "../text/span.ts";
import { placeNameAt } from "./place-names.ts";
import type { Scan } from "./scan.ts";

const numerals = "一二两三四五六七八九十";

/** First characters of 三地, 两省一市. */
export const jointFirsts: readonly number[] = Array.from(numerals, (character) => character.charCodeAt(0));

const units = ["省区市", "省市区", "省市", "地", "省", "市", "县", "区", "州"];

/**
 * 合称. 三地, 两省一市, 四省市: the divisions that the document last named together, as many as it counts; null where it
 * named none so, where the count belongs to the name before it (京津冀三地) or where the words mean something else (两地书).
 */
export function jointAt(scan: Scan, at: number): (Span & { codes: string[] }) | null {
  const { text, sentence, memory } = scan;
  const first = part(text, at, sentence.end);
  if (
    !first ||
    memory.last?.end === at ||
    isAt(text, at - 1, charClass.digit | charClass.hanDigit | charClass.hanScale)
  )
    return null;
  if (text.charAt(at - 1) === "第" || text.charAt(at - 1) === "这") return null;
  const second = part(text, first.end, sentence.end);
  const end = second?.end ?? first.end;
  const count = first.count + (second?.count ?? 0);
  if (count < 2 || isOtherWord(text, end)) return null;
  const words = text.slice(at, end);
  const codes = words.includes("省")
    ? (packNames(scan, at, end) ?? memory.provinces.get(count))
    : (packNames(scan, at, end) ?? memory.provinces.get(count) ?? memory.others.get(count));
  return codes ? { start: at, end, codes: [...codes] } : null;
}

/** Whether a name is a count of divisions (三地): what it means is told by what was named, not by the name. */
export function isCount(text: string, at: number, length: number): boolean {
  return part(text, at, at + length)?.end === at + length;
}

interface Part {
  readonly end: number;
  readonly count: number;
}

function part(text: string, at: number, limit: number): Part | null {
  const numeral = numerals.indexOf(text.charAt(at));
  if (numeral < 0 || at + 1 >= limit) return null;
  const unit = units.find((word) => text.startsWith(word, at + 1));
  return unit ? { end: at + 1 + unit.length, count: numeral < 2 ? numeral + 1 : numeral } : null;
}

const isOtherWord = (text: string, end: number): boolean =>
  "书铁块点方域分级长委场民".includes(text.charAt(end) || " ");

/** What the pack calls so (三地), where the document speaks more of the divisions it holds than of others. */
function packNames({ lexicon, text, memory }: Scan, at: number, end: number): readonly string[] | null {
  const name = placeNameAt(lexicon.regions.names, text, { at, limit: end });
  const code = name?.rows[0]?.code;
  if (!name || name.written.length !== end - at || code === undefined) return null;
  let [own, others] = [memory.named.get(code) ?? 0, 0];
  for (const [part, count] of memory.named) {
    if (part.length !== 2) continue;
    if (lexicon.placeByCode.get(`${part}0000`)?.parent === code) own += count;
    else others += count;
  }
  return others > own ? null : [code];
}
