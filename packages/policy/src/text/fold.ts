import traditional from "opencc-js/dict/TSCharacters";
import { charClass, classOf } from "./char-class.ts";
import { supplementRadicals } from "./radicals.ts";

/** First character that any fold begins at; below it nothing needs a look. */
const FIRST = 0x25cb;
/** The ring ○, which is a zero beside figures only. */
const RING = 0x25cb;
/** How many code units are written anew where one of them changes. */
const CHUNK = 32;

/** Ranges whose compatibility form (NFKC) is the ordinary character: radicals, ideographs, narrow forms. */
const normalised = [
  [0x2f00, 0x2fdf],
  [0xf900, 0xfaff],
  [0xff05, 0xff05],
  [0xff0b, 0xff0b],
  [0xff0d, 0xff0f],
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
  [0xff5e, 0xff5e],
] as const;

/** Folded code unit of every code unit, 0 for one that stays wherever it stands: folds[written]. */
const folds = buildFolds();

/**
 * 折叠. The same text with look-alikes made equal for matching: traditional characters become simplified, full-width
 * letters, digits, ％ and ～ narrow, radicals (Kangxi and supplement) and compatibility ideographs the ordinary character,
 * and the ring of 二○二四 the zero 〇. Length never changes, so offsets hold; the stored text is never replaced by it.
 * Full-width punctuation stays as it is. Traditional characters are folded one by one (OpenCC's table of characters), so
 * 乾 of 乾隆 becomes 干 too: fold both sides of a comparison. Those beyond the basic plane stay.
 * @example fold("２０２４年⽇") // "2024年日"
 */
export function fold(text: string): string {
  let pieces: string[] | null = null;
  let taken = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < FIRST || folds[code] === 0 || foldedUnit(text, at) === code) continue;
    const until = Math.min(text.length, at + CHUNK);
    (pieces ??= []).push(text.slice(taken, at), foldedChunk(text, at, until));
    taken = until;
    at = until - 1;
  }
  if (!pieces) return text;
  pieces.push(text.slice(taken));
  return pieces.join("");
}

/** 折叠字. Folded form of one code unit that stands by itself. */
export function foldedCode(code: number): number {
  return folds[code] || code;
}

const units = new Uint16Array(CHUNK);

function foldedChunk(text: string, from: number, until: number): string {
  for (let at = from; at < until; at += 1) units[at - from] = foldedUnit(text, at);
  return String.fromCharCode(...units.subarray(0, until - from));
}

function foldedUnit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === RING) return isRingZero(text, at) ? 0x3007 : code;
  return folds[code] || code;
}

// 二○二四年      near miss: ○ 召开会议 (a bullet)
//   ^
function isRingZero(text: string, at: number): boolean {
  const digit = charClass.hanDigit;
  return ((classOf(text.charCodeAt(at - 1)) | classOf(text.charCodeAt(at + 1))) & digit) !== 0;
}

function buildFolds(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (const [from = "", to = ""] of traditional.split("|").map((row) => row.split(" "))) addFold(table, from, to);
  for (const pair of supplementRadicals) addFold(table, pair.charAt(0), pair.charAt(1));
  for (const [from, until] of normalised) {
    for (let code = from; code <= until; code += 1)
      addFold(table, String.fromCharCode(code), String.fromCharCode(code).normalize("NFKC"));
  }
  table[RING] = RING;
  return table;
}

/** Only pairs of one code unit each: anything else would move the offsets. A radical's character is folded further. */
function addFold(table: Uint16Array, from: string, to: string): void {
  if (from.length !== 1 || to.length !== 1 || from === to) return;
  const code = to.charCodeAt(0);
  table[from.charCodeAt(0)] = table[code] || code;
}
