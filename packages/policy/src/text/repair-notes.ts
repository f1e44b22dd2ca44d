import type { RepairKind, RepairNote } from "../records/repair-note.ts";
import type { Line } from "./lines.ts";
import type { CopyMap } from "./repair/copies.ts";
import { currentOf } from "./repair/wrap.ts";
import type { Repaired } from "./repair.ts";
import type { Span } from "./span.ts";

/**
 * 修复清单. All that repair did to a text, in order of the stored text: lines joined, parts hidden, lines moved, passages
 * printed twice, furniture and contents pages. A text that needed nothing gives an empty list.
 */
export function repairNotes({ lines, copies }: Repaired): readonly RepairNote[] {
  const shown = lines.filter(({ kind }) => kind !== "blank");
  const notes = [
    ...joinedNotes(shown),
    ...shown.flatMap((line) => line.hidden.map((part) => note("hidden", part))),
    ...movedNotes(shown),
    ...copyNotes(copies),
    ...shown.flatMap((line) => (line.kind === "furniture" || line.kind === "contents" ? [note(line.kind, line)] : [])),
  ];
  return notes.sort((a, b) => a.start - b.start || a.end - b.end);
}

function note(kind: RepairKind, { start, end }: Span, of: Span | null = null): RepairNote {
  return { kind, start, end, of: of && { start: of.start, end: of.end } };
}

/** The break between a line and the one it continues; where something stands between them, the line itself. */
function joinedNotes(shown: readonly Line[]): readonly RepairNote[] {
  const last = new Map<string, Line>();
  const follower = new Map(shown.toSorted((a, b) => a.start - b.start).map((line, at, all) => [line, all[at + 1]]));
  return shown.flatMap((line) => {
    const before = last.get(currentOf(line));
    last.set(currentOf(line), line);
    if (!line.joins || !before || line.kind === "row") return [];
    if (follower.get(before) === line) return [note("joined", { start: before.end, end: line.start })];
    return [note("joined", line, before)];
  });
}

/** Lines out of their order in the file: as few as can be said to have moved, furniture aside. */
function movedNotes(shown: readonly Line[]): readonly RepairNote[] {
  const lines = shown.filter(({ kind }) => kind !== "furniture");
  if (lines.every((line, at) => line.start >= (lines[at - 1]?.start ?? 0))) return [];
  const kept = longestRise(lines);
  return lines.flatMap((line, at) => (kept.has(at) ? [] : [note("moved", line, lines[at - 1] ?? null)]));
}

/** Positions of a longest rising subsequence of starts (patience sorting, n log n). */
function longestRise(lines: readonly Line[]): ReadonlySet<number> {
  const tops: number[] = [];
  const before = new Int32Array(lines.length).fill(-1);
  for (const [at, { start }] of lines.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[tops[middle] ?? 0]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? (tops[low - 1] ?? -1) : -1;
    tops[low] = at;
  }
  const kept = new Set<number>();
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) kept.add(at);
  return kept;
}

/** One note for each stretch that is printed again, misprints of a character or two inside it. */
function copyNotes(copies: CopyMap | null): readonly RepairNote[] {
  const notes: RepairNote[] = [];
  if (!copies) return notes;
  let open: { start: number; end: number; of: number; last: number } | null = null;
  const close = (): void => {
    if (open) notes.push(note("copy", open, { start: open.of, end: open.last + 1 }));
    open = null;
  };
  for (const [at, of] of copies.entries()) {
    if (of < 0) continue;
    if (open && (at - open.end > 16 || of < open.last || of - open.last > 16)) close();
    if (open) [open.end, open.last] = [at + 1, of];
    else open = { start: at, end: at + 1, of, last: of };
  }
  close();
  return notes;
}
