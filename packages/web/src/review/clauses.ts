/** 片段. Words between two pauses of a sentence; offsets in the stored text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** 分片. The words of a sentence from pause to pause (，；。：), each with the pause that ends it. `start` is where `raw` begins in the text. */
export function clausesIn(raw: string, start: number): readonly Clause[] {
  const found: Clause[] = [];
  let from = 0;
  for (const { index } of raw.matchAll(/[，,；;。：:！？]+[”’」』）)]*/gu)) {
    const end = index + (/^[，,；;。：:！？]+[”’」』）)]*/u.exec(raw.slice(index))?.[0].length ?? 1);
    found.push({ start: start + from, end: start + end, text: raw.slice(from, end) });
    from = end;
  }
  if (from < raw.length) found.push({ start: start + from, end: start + raw.length, text: raw.slice(from) });
  return found;
}

/** 成条. Spans of the parts when a sentence is cut before each of the clauses named; pauses at the ends are left out. */
export function partsOf(
  clauses: readonly Clause[],
  cuts: ReadonlySet<number>,
): readonly { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = [];
  for (const [index, clause] of clauses.entries()) {
    const last = parts.at(-1);
    if (last && !cuts.has(index)) last.end = trimmedEnd(clause);
    else parts.push({ start: trimmedStart(clause), end: trimmedEnd(clause) });
  }
  return parts.filter(({ start, end }) => end > start);
}

function trimmedStart({ start, text }: Clause): number {
  return start + (/^\s*/u.exec(text)?.[0].length ?? 0);
}

function trimmedEnd({ end, text }: Clause): number {
  return end - (/[\s，,；;。：:]*$/u.exec(text)?.[0].length ?? 0);
}
