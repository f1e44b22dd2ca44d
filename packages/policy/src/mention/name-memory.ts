import type { Span } from "../text/span.ts";
import type { DocumentMemory, RememberedName } from "./document-memory.ts";
import { closerAt } from "../text/pairs.ts";
import type { Scan } from "./scan.ts";
import { wordAt } from "./word-table.ts";

/** A document that introduces more names than this is no ordinary one; further ones are not kept. */
const MOST = 400;
const MOST_ALIKE = 16;
/** A name in 《》 shorter than this is too common to be known again without the marks. */
const SHORTEST_TITLE = 8;

/** 记名. Keeps a name for the rest of the document; one kept already stays as it is. */
export function rememberName(memory: DocumentMemory, name: RememberedName): void {
  const first = name.written.charCodeAt(0);
  const group = memory.names.get(first);
  if (group?.some(({ written }) => written === name.written)) return;
  if (group ? group.length >= MOST_ALIKE : memory.names.size >= MOST) return;
  const names = [...(group ?? []), name].sort((a, b) => b.written.length - a.written.length);
  memory.names.set(first, names);
  memory.firsts ??= new Uint8Array(0x10000);
  memory.firsts[first] = 1;
}

/** 记书名. Keeps the words of a name in 《》 that is long enough to be known again without the marks. */
export function rememberTitle(memory: DocumentMemory, name: RememberedName): void {
  if (name.written.length >= SHORTEST_TITLE && !/[〈〉《》]/u.test(name.written)) rememberName(memory, name);
}

/** 起于此. The longest name kept that begins at a place; null when there is none. */
export function rememberedAt({ memory, text, sentence }: Scan, at: number): RememberedName | null {
  for (const name of memory.names.get(text.charCodeAt(at)) ?? [])
    if (at + name.written.length <= sentence.end && text.startsWith(name.written, at)) return name;
  return null;
}

/**
 * 简称. Where the bracket that opens at a place gives a short name (以下简称“京津冀联合办”), the span of that name; null for any other
 * bracket and for short names that are common words (以下简称“方案”).
 */
export function shortNameIn({ text, pairs, lexicon }: Scan, opener: number): Span | null {
  const cue = /^(?:以下)?(?:简称|统称|下称)(?:为)?[：:]?[“「《]?/u.exec(text.slice(opener + 1, opener + 9))?.[0];
  const closer = closerAt(pairs, opener);
  if (!cue || closer < 0 || closer - opener > 30) return null;
  const start = opener + 1 + cue.length;
  let end = start;
  while (end < closer && !"”」》，、；".includes(text.charAt(end))) end += 1;
  const head = wordAt(lexicon.names.heads, text, start, end);
  return end - start < 3 || head?.written.length === end - start || cue.endsWith("《") ? null : { start, end };
}
