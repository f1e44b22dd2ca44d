import type { TitleMention } from "../records/mention.ts";
import type { Span } from "../text/span.ts";

/**
 * 文内记忆. What the names of one document have said so far, in order of reading: which provinces and prefectures it speaks
 * of, which divisions it named in full, which were last named together, where the last place stood. One for each document.
 */
export interface DocumentMemory {
  /** How often each province (11) and prefecture (1301) was named, by the first digits of the code, others by the whole. */
  readonly named: Map<string, number>;
  /** Codes of divisions whose full name was read. */
  readonly inFull: Set<string>;
  /** Codes that were last named together, by how many they are: what 三地 and 两省 mean; provinces apart from the others. */
  readonly provinces: Map<number, readonly string[]>;
  readonly others: Map<number, readonly string[]>;
  /** The last place read and the list it ends. */
  last: (Span & { readonly codes: readonly string[]; readonly list: readonly string[] }) | null;
  /** Names the document introduced, by their first character; `firsts` is 1 for each such character. */
  readonly names: Map<number, RememberedName[]>;
  firsts: Uint8Array | null;
}

/** 记住的名称. A name that the document introduced and what it named. */
export interface RememberedName {
  readonly written: string;
  readonly class: TitleMention["class"];
  readonly body: string | null;
}

/** 初记. Memory at the top of a document. */
export function documentMemory(): DocumentMemory {
  return {
    named: new Map(),
    inFull: new Set(),
    provinces: new Map(),
    others: new Map(),
    last: null,
    names: new Map(),
    firsts: null,
  };
}

const NATION = "100000";

/** 记地. Notes a place that was read: whom it speaks for, and whether it continues a list (京、津、冀). */
export function rememberPlace(memory: DocumentMemory, text: string, place: Span & { codes: readonly string[] }): void {
  for (const code of place.codes) {
    if (code === NATION) continue;
    const parts = code.length === 6 && divisionCode.test(code) ? [code.slice(0, 2), code.slice(0, 4)] : [code];
    for (const part of parts) memory.named.set(part, (memory.named.get(part) ?? 0) + 1);
  }
  const { last } = memory;
  const isNear = last !== null && last.end <= place.start && place.start - last.end < 4;
  const goesOn = isNear && joins.test(text.slice(last.end, place.start));
  const before = goesOn ? last.list : [];
  const list = before.some((code) => place.codes.includes(code)) ? place.codes : [...before, ...place.codes];
  if (list.length > 1 && list.length < 9 && list.every((code) => code.length === 6))
    (list.every((code) => code.endsWith("0000")) ? memory.provinces : memory.others).set(list.length, list);
  memory.last = { start: place.start, end: place.end, codes: place.codes, list };
}

const divisionCode = /^\d{6}$/u;
const joins = /^(?:、|和|与|及|以及|同)$/u;
